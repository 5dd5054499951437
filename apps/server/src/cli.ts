import { Command, CommanderError } from 'commander';
import { reportFailure } from './command-line/report-failure.ts';
import { surviveOutput } from './command-line/survive-output.ts';
import { UsageError } from './command-line/usage-error.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addImportFieldParcel } from './commands/import-field-parcel.ts';
import { addImportHistory } from './commands/import-history.ts';
import { addImportLineage } from './commands/import-lineage.ts';
import { addImportUnits } from './commands/import-units.ts';
import { addImportUsers } from './commands/import-users.ts';
import { addMigrate } from './commands/migrate.ts';
import { addRecoveryKey } from './commands/recovery-key.ts';
import { addReportCoverage } from './commands/report-coverage.ts';
import { addServe } from './commands/serve.ts';
import { addStart } from './commands/start.ts';
import { addUserCreate } from './commands/user-create.ts';
import { addUserEnd } from './commands/user-end.ts';
import { addUserGrant } from './commands/user-grant.ts';
import { addUserList } from './commands/user-list.ts';
import { addUserLock } from './commands/user-lock.ts';
import { addUserReset } from './commands/user-reset.ts';

surviveOutput();
const program = new Command('kycuong')
  .description('Kỷ Cương: kiểm tra công vụ, khắc phục và ISO 9001 của một tỉnh')
  .option('--data <thư mục>', 'thư mục dữ liệu (mặc định: data ở gốc dự án)')
  .option('--as <tài khoản>', 'làm việc với tư cách tài khoản này')
  .option('--json', 'in một đối tượng JSON ra đầu ra chuẩn, nhật ký ra đầu ra lỗi')
  .helpOption('-h, --help', 'xem cách dùng')
  .helpCommand('help [lệnh]', 'xem cách dùng một lệnh');

addStart(program);
addServe(program);
addMigrate(program);
addDemo(program);
addDoctor(program);
addRecoveryKey(program);
const user = program.command('user').description('tài khoản');
addUserCreate(user);
addUserList(user);
addUserLock(user);
addUserReset(user);
addUserGrant(user);
addUserEnd(user);
const imports = program
  .command('import')
  .description('nhập từ tệp CSV (UTF-8), XLSX hoặc gói niêm phong của máy tính bảng');
addImportUnits(imports);
addImportLineage(imports);
addImportUsers(imports);
addImportFieldParcel(imports);
addImportHistory(imports);
const report = program.command('report').description('báo cáo');
addReportCoverage(report);

const asJson = process.argv.includes('--json');
for (const command of withDescendants(program)) {
  command.exitOverride();
  command.configureHelp({ showGlobalOptions: true, styleTitle: helpTitle });
  if (asJson) command.configureOutput({ writeErr: () => undefined });
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  const usage = new UsageError(error.message.replace(/^error: /, ''));
  // Help that was asked for is no failure; help shown because the command was missing is.
  if (error.exitCode === 0) process.exitCode = 0;
  else process.exitCode = asJson ? reportFailure(usage, true) : 2;
}

function helpTitle(title: string): string {
  return title === 'Global Options:' ? 'Cho mọi lệnh:' : title;
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}

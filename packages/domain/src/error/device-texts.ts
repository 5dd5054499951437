/** Why a device or an order to it was refused. Part of the error catalogue. */
export const deviceTexts = {
  'device.not-a-key': {
    vi: 'Khóa của thiết bị không đọc được.',
    en: 'The device’s key cannot be read.',
  },
  'device.proof-wrong': {
    vi: 'Thiết bị không chứng minh được khóa là của nó.',
    en: 'The device did not prove that the key is its own.',
  },
  'device.key-changed': {
    vi: 'Mã thiết bị này đã đăng ký với khóa khác. Hãy báo quản trị hệ thống.',
    en: 'This device id is registered with another key. Tell the administrator.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

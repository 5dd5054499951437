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
    vi: 'Mã thiết bị này đã đăng ký với khóa khác. Hãy báo quản trị viên.',
    en: 'This device id is registered with another key. Tell the administrator.',
  },
  'device.sign-in-again': {
    vi: 'Hãy đăng nhập lại trên thiết bị này rồi đăng ký.',
    en: 'Sign in again on this device, then register it.',
  },
  'device.not-signed': {
    vi: 'Chỉ chính thiết bị đó mới báo được việc này.',
    en: 'Only that very device can tell this.',
  },
  'device.no-order-key': {
    vi: 'Máy chủ này không có khóa ra lệnh cho thiết bị.',
    en: 'This server has no key for orders to devices.',
  },
  'device.wipe-open': {
    vi: 'Thiết bị này đang có lệnh xóa chưa thực hiện.',
    en: 'An order to wipe this device is open already.',
  },
  'device.wipe-cancelled': {
    vi: 'Lệnh xóa này đã được thu hồi.',
    en: 'This order was taken back already.',
  },
  'device.wiped': {
    vi: 'Thiết bị này đã xóa xong dữ liệu.',
    en: 'This device has been wiped already.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

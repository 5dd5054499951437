/** What people in Vietnam take for a password first, without marks and in lower case; beside the lists of common ones. */
export const guessedWords: readonly string[] =
  `kycuong ky cuong matkhau mat khau vietnam viet nam saigon hanoi ha noi tphcm hochiminh ho chi minh ninhbinh ninh binh
  caobang tuyenquang dienbien laichau sonla laocai thainguyen langson quangninh bacninh phutho haiphong hungyen thanhhoa
  nghean hatinh quangtri hue danang quangngai gialai khanhhoa daklak lamdong dongnai tayninh cantho vinhlong dongthap
  camau angiang namdinh hanam coquan uyban uybannhandan ubnd hdnd tinhuy tinh xa phuong huyen thanhpho so noivu sonoivu
  thanhtra kiemtra kyluat hanhchinh vanphong quantri quanly lanhdao chutich phochutich giamdoc truongdoan truongphong
  canbo congchuc vienchuc nhanvien taikhoan dangnhap hethong nguoidung admin anhyeuem emyeuanh toiyeu yeuem yeuanh
  anhnhoem emnhoanh conyeu meyeu boyeu giadinh hanhphuc maimai khongbiet chaoban xinchao camon tinhyeu vochong anh em yeu
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan luong mai truong dao cao ha lam
  thi van duc minh hung dung tuan hai nam son long thanh quang hieu trung kien cuong phuc khanh huy hoa lan huong linh
  trang thuy thu hang hanh nga ngoc mai phuong thao yen nhung oanh loan tam xuan hong dat tien phat loc tai`
    .trim()
    .split(/\s+/);

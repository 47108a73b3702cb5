import Foundation

/// How the bytes of an operator's table are to be read as text.
package enum SheetEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    /// What programs in mainland China write unless they are told otherwise; GBK and GB 2312 are parts of it.
    case gb18030
    /// What programs in western Europe and Africa write; never guessed, since it can be mistaken for others.
    case windows1252 = "windows-1252"

    /// The encoding of a text: by its mark, else UTF-8 where that can be, else GB 18030. Nil where it is none of these.
    static func detected(in bytes: [UInt8]) -> SheetEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        guard !bytes.contains(0) else { return nil }
        if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
        return gb18030.text(of: bytes) == nil ? nil : .gb18030
    }

    /// The text, nil where the bytes are none in this encoding.
    func text(of bytes: [UInt8]) -> String? {
        switch self {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .utf16: String(data: Data(bytes), encoding: hasMark(bytes) ? .utf16 : .utf16LittleEndian)
        // kCFStringEncodingGB_18030_2000 is 0x632; NSString marks such numbers by the highest of 32 bits.
        case .gb18030: String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
        case .windows1252: String(data: Data(bytes), encoding: .windowsCP1252)
        }
    }

    private func hasMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }
}

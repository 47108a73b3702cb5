import Foundation

/// Standard output or standard error, written at once and without buffers of our own.
struct Terminal {
    private let handle: FileHandle
    /// Whether a person looks at it, and not a file or another program.
    let isInteractive: Bool

    private init(_ handle: FileHandle) {
        self.handle = handle
        isInteractive = isatty(handle.fileDescriptor) == 1
    }

    static let output = Terminal(.standardOutput)
    static let errors = Terminal(.standardError)

    /// Whether input comes from a keyboard.
    static var hasKeyboard: Bool { isatty(FileHandle.standardInput.fileDescriptor) == 1 }

    /// Writes a text as it is. Nobody is left to tell when that fails.
    func write(_ text: String) {
        write(bytes: Array(text.utf8))
    }

    /// Writes bytes as they are.
    func write(bytes: [UInt8]) {
        try? handle.write(contentsOf: Data(bytes))
    }

    /// Writes a line.
    func line(_ text: String = "") {
        write(text + "\n")
    }

    /// Replaces the last line of a progress report; nothing where nobody looks.
    func progress(_ text: String) {
        if isInteractive { write("\r\u{1B}[K" + text) }
    }
}

extension Terminal {
    /// The looks in use, by their codes of ECMA-48, section 8.3.117.
    enum Look: Int {
        case bold = 1
        case dim = 2
        case red = 31
        case green = 32
        case yellow = 33
    }

    /// The text in a look; as it is for programs, and where people want no colour (no-color.org).
    func painted(_ text: String, _ look: Look) -> String {
        isColoured ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
    }

    private var isColoured: Bool {
        isInteractive && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
}

import ContentFiles

/// Files that a command writes.
enum OutputFile {
    /// Writes a text in one go, so that a crash leaves the old file or the new one; the file's permissions stay, and a
    /// link goes on to lead to the file.
    static func write(_ text: String, to path: String) throws(WrongUse) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes in one go, so that a crash leaves the old file or the new one; the file's permissions stay, and a
    /// link goes on to lead to the file.
    static func write(_ bytes: [UInt8], to path: String) throws(WrongUse) {
        do throws(FileReplacing.Fault) {
            try FileReplacing.write(bytes, to: path)
        } catch {
            throw refusal(error, path)
        }
    }

    /// Writes what was made of a file's bytes, unless somebody changed it meanwhile.
    ///
    /// - Parameter old: What it was made of; nil where there was no file.
    static func write(_ bytes: [UInt8], to path: String, madeOf old: [UInt8]?) throws(WrongUse) {
        do throws(FileReplacing.Fault) {
            try FileReplacing.write(bytes, to: path, madeOf: old)
        } catch {
            throw refusal(error, path)
        }
    }

    private static func refusal(_ fault: FileReplacing.Fault, _ path: String) -> WrongUse {
        switch fault {
        case .unwritable: WrongUse("'\(path)' cannot be written: check the folder and its permissions")
        case .changed: WrongUse("'\(path)' was changed meanwhile: run it again")
        }
    }
}

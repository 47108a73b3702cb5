import Conversation
import Foundation

/// A talk that is written down while someone is at the phone, behind what its file holds.
///
/// Every line is in the file as soon as it has happened, so that a call may be broken off at any time.
struct Recording {
    private let path: String
    private let file: FileHandle
    private var recorder = TalkRecorder()

    init(path: String) throws(WrongUse) {
        if InputFile.isFolder(path) { throw WrongUse("'\(path)' is a folder: '--record' needs a file") }
        guard path.hasSuffix(".talk") else {
            throw WrongUse("'\(path)' does not end with .talk, as the files of talks do")
        }
        if !InputFile.exists(path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        guard let file = FileHandle(forUpdatingAtPath: path) else {
            throw WrongUse("'\(path)' cannot be written: check its folder and its permissions")
        }
        self.path = path
        self.file = file
    }

    /// Writes the first lines of the talk.
    func begin(_ phone: Phone) throws {
        let opening = recorder.opening(
            title: "recorded at \(phone.time)", on: phone.kind, from: phone.number, in: phone.language, at: phone.time)
        let length = try file.seekToEnd()
        if length > 0 {
            try file.seek(toOffset: length - 1)
            let isEnded = try file.read(upToCount: 1) == Data("\n".utf8)
            try write(isEnded ? [""] : ["", ""])
        }
        try write(opening)
    }

    /// Writes down what was done. Returns what the person at the phone must know about that.
    mutating func record(_ deed: Phone.Deed, on phone: Phone, isPrivate: Bool) throws -> String? {
        let wasOver = recorder.isOver
        try write(recorder.lines(for: deed.action, deed.happenings, with: phone.number, isPrivate: isPrivate))
        guard recorder.isOver, !wasOver else { return nil }
        return "a private answer is not written down: the talk in \(path) ends before it; "
            + "answer with :invent and a made-up one to record that"
    }

    private func write(_ lines: [String]) throws {
        try file.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    }
}

import ContentFiles
import Conversation
import Foundation

/// New texts for the lines of one file that show another one.
struct TalkUpdate {
    /// The file, as commands name it.
    let file: String
    /// What the talks were read from.
    let content: String
    /// The lines that differ.
    let corrections: [TalkReport.Correction]

    /// Writes the new texts into the file: all of them, or none.
    func write() throws(WrongUse) {
        let current = try InputFile.text(file)
        guard current.replacingOccurrences(of: "\r\n", with: "\n") == content else {
            throw WrongUse("'\(file)' was changed while its talks were played: run it again")
        }
        let texts = corrections.map { ($0.place.line, $0.difference.shown) }
        let updated = TalkFile.updated(current, with: Dictionary(texts) { first, _ in first })
        try OutputFile.write(updated, to: file)
    }
}

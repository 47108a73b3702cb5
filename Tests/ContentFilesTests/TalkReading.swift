import ContentFiles
import Conversation
import Testing

/// Talks in texts, as tests write them.
enum TalkReading {
    /// The talks of a file, and its errors as `line id`.
    static func read(_ text: String) -> (talks: [Talk], log: [String]) {
        let log = DiagnosticLog()
        let talks = TalkFile.read(text, file: "a.talk", log: log)
        return (talks, log.sorted.map { "\($0.position.line) \($0.id)" })
    }

    /// The reports of the talks of a file that can be read.
    static func play(_ text: String, in pack: Pack, accepts: Bool = false) -> [TalkReport] {
        let (talks, log) = read(text)
        #expect(log == [])
        return talks.map { TalkRun.play($0, in: pack, accepts: accepts) }
    }

    /// What is wrong with the lines of one talk, as `line: message`; its first line is line 2.
    static func failures(_ lines: String, in pack: Pack) -> [String] {
        play("talk: test\n" + lines, in: pack).flatMap(\.failures).map { "\($0.place.line): \($0.reason.message)" }
    }
}

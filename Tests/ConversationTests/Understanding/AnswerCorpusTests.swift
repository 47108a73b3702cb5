import Conversation
import Foundation
import Testing

/// Answers as people type them, each with what was meant, or `ask again` where a reader could not be sure either.
///
/// Written for this project, before the program read them, after the slips that studies of text interfaces report:
/// stray marks, the digits of many scripts, look-alike letters, words instead of digits, cut and misspelt words,
/// sentences, and answers beside the point.
struct AnswerCorpusTests {
    struct Row: Sendable {
        let question: String
        let typed: String
        /// The answer that was meant; nil for `ask again`.
        let expected: String?
    }

    private static func rows() throws -> [Row] {
        let url = try #require(Bundle.module.url(forResource: "answers", withExtension: "tsv"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 3, "\(line)")
            let typed = fields[1].replacing("\\n", with: "\n").replacing("\\s", with: " ")
            return Row(question: fields[0], typed: typed, expected: fields[2] == "ask again" ? nil : fields[2])
        }
    }

    @Test(arguments: CorpusQuestion.all)
    func `no answer is taken for another, and as many are read as ever`(_ question: CorpusQuestion) throws {
        let pack = try question.pack()
        let rows = try Self.rows().filter { $0.question == question.name }
        var read = 0
        var missed: [String] = []
        for row in rows {
            let reading = try question.reading(of: row.typed, in: pack)
            if reading == nil {
                if row.expected != nil { missed.append(row.typed) }
                continue
            }
            #expect(reading == row.expected, "\(question.name) '\(row.typed)'")
            if reading == row.expected { read += 1 }
        }
        let meant = rows.count { $0.expected != nil }
        print("\(question.name): \(rows.count) answers, \(read) of \(meant) read; asked again: \(missed)")
        #expect(read >= question.read)
    }

    @Test func `every answer of the corpus belongs to a question`() throws {
        let rows = try Self.rows()
        #expect(Set(rows.map(\.question)) == Set(CorpusQuestion.all.map(\.name)))
        #expect(Set(rows.map { $0.question + "\t" + $0.typed }).count == rows.count)
        #expect(rows.count >= 2_600)
    }
}

import Foundation
import Testing

@testable import Gateway

/// A package of results as whoever gets it reads it, with the rules it has to keep: those of Frictionless data packages
/// (<https://specs.frictionlessdata.io/data-package/>) and tables, and those of FLOIP Flow Results 1.1.0.
struct ResultsArchive {
    /// A response.
    struct Row {
        let at: String
        let id: String
        let contact: String
        let session: String
        let question: String
        let response: String
        let isNumber: Bool
        let metadata: [String: Any]
    }

    /// Everything in it.
    let text: String
    let rows: [Row]
    private let descriptor: [String: Any]
    private let data: Data
    private let table: String

    init(_ town: TalkingGateway, flow: String, isStable: Bool = false) async throws {
        let query = ResultsQuery(
            flow: flow, from: "2026-11-24", until: "2026-11-24", reason: "research", isStable: isStable)
        try await self.init(try await town.gateway.results.results(query, by: nil))
    }

    init(_ package: ResultsPackage) async throws {
        var bytes: [UInt8] = []
        try await package.write { bytes += $0 }
        let files = Self.files(bytes)
        #expect(files.keys.sorted() == ["data/responses.csv", "data/responses.json", "datapackage.json"])
        text = String(decoding: bytes, as: UTF8.self)
        data = try #require(files["data/responses.json"])
        table = String(decoding: try #require(files["data/responses.csv"]), as: UTF8.self)
        let package = try #require(files["datapackage.json"])
        descriptor = try #require(try JSONSerialization.jsonObject(with: package) as? [String: Any])
        let all = try #require(try JSONSerialization.jsonObject(with: data) as? [[Any]])
        rows = try all.map { columns in
            try #require(columns.count == 7)
            let number = columns[5] as? NSNumber
            return Row(
                at: try #require(columns[0] as? String), id: try #require(columns[1] as? String),
                contact: try #require(columns[2] as? String), session: try #require(columns[3] as? String),
                question: try #require(columns[4] as? String),
                response: try #require(columns[5] as? String ?? number?.stringValue), isNumber: number != nil,
                metadata: try #require(columns[6] as? [String: Any]))
        }
    }

    /// Holds it against the rules.
    func expectValid() throws {
        #expect(descriptor["profile"] as? String == "flow-results-package")
        #expect(descriptor["flow_results_specification_version"] as? String == "1.1.0")
        let moment = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00/#
        for key in ["created", "modified"] {
            #expect(try moment.wholeMatch(in: try #require(descriptor[key] as? String)) != nil)
        }
        let id = #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#
        #expect(try id.wholeMatch(in: try #require(descriptor["id"] as? String)) != nil)
        let name = #/[a-z0-9._-]+/#
        #expect(try name.wholeMatch(in: try #require(descriptor["name"] as? String)) != nil)
        let resource = try #require((descriptor["resources"] as? [[String: Any]])?.first)
        #expect((descriptor["resources"] as? [Any])?.count == 1 && resource["data"] == nil)
        #expect(try name.wholeMatch(in: try #require(resource["name"] as? String)) != nil)
        #expect(resource["path"] as? String == "data/responses.json" && resource["encoding"] as? String == "utf-8")
        #expect(resource["bytes"] as? Int == data.count)
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: String]])
        #expect(
            fields.map { $0["name"] } == Self.columns.map(\.0) && fields.map { $0["type"] } == Self.columns.map(\.1))
        try expectRows(questions: try #require(schema["questions"] as? [String: [String: Any]]), moment)
        #expect(table.split(separator: "\r\n").count == rows.count + 1)
    }

    private static let columns = [
        ("timestamp", "datetime"), ("row_id", "string"), ("contact_id", "string"), ("session_id", "string"),
        ("question_id", "string"), ("response", "any"), ("response_metadata", "object"),
    ]

    private func expectRows(questions: [String: [String: Any]], _ moment: some RegexComponent) throws {
        #expect(Set(rows.map(\.id)).count == rows.count)
        for (id, question) in questions {
            #expect((question["label"] as? String)?.isEmpty == false, "\(id)")
            #expect(question["is_personal_information"] as? Bool == false && question["type_options"] is [String: Any])
        }
        for row in rows {
            let question = try #require(questions[row.question], "\(row.question)")
            #expect(row.at.wholeMatch(of: moment) != nil)
            let type =
                question["type"] as? String == "open" ? row.metadata["type"] as? String : question["type"] as? String
            switch type {
            case "select_one":
                let choices = (question["type_options"] as? [String: Any])?["choices"] as? [String]
                #expect(choices?.contains(row.response) == true, "\(row.question) \(row.response)")
            case "numeric": #expect(row.isNumber)
            case "date": #expect(row.response.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil)
            case "text": #expect(!row.isNumber && !row.response.isEmpty)
            default: Issue.record("\(row.question) is of no known type")
            }
        }
    }

    /// The files of an archive, by the list at its end.
    private static func files(_ bytes: [UInt8]) -> [String: Data] {
        func number(_ place: Int, _ size: Int = 4) -> Int {
            (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
        }
        let end = bytes.count - 22
        var (place, files): (Int, [String: Data]) = (number(end + 16), [:])
        for _ in 0..<number(end + 10, 2) {
            let (length, start, size) = (number(place + 28, 2), number(place + 42), number(place + 24))
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
            let head = start + 30 + number(start + 26, 2)
            files[name] = Data(bytes[head..<(head + size)])
            place += 46 + length
        }
        return files
    }
}

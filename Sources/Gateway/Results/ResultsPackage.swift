import Conversation
import Crypto
import Evidence
import Expressions
import Foundation
import Storage

/// The results of one flow as a package of files in one archive (FLOIP Flow Results 1.1.0, which is a Frictionless data
/// package): `datapackage.json`, its responses, and these once more as a table for spreadsheets. It is written as it is read.
package struct ResultsPackage: Sendable {
    /// The name of the archive's file.
    package let name: String

    private static let data = "data/responses.json"
    private static let table = "data/responses.csv"
    /// Bytes that are written at one time.
    private static let stretch = 32_768

    let walk: ResultsWalk
    let pseudonyms: Pseudonyms
    let descriptor: ResultsDescriptor

    init(_ walk: ResultsWalk, _ pseudonyms: Pseudonyms, _ descriptor: ResultsDescriptor) {
        self.walk = walk
        self.pseudonyms = pseudonyms
        self.descriptor = descriptor
        name = descriptor.name + ".zip"
    }

    /// Writes the archive.
    package func write(_ put: ([UInt8]) async throws -> Void) async throws {
        var archive = ZipArchive()
        let responses = try await file(Self.data, in: &archive, put, head: "[\n", end: "\n]\n", between: ",\n") {
            $0.json
        }
        let head = SpreadsheetLine(ResultsDescriptor.fields.map(\.name)).text
        _ = try await file(Self.table, in: &archive, put, head: head, end: "", between: "") {
            SpreadsheetLine($0.fields).text
        }
        try await put(try archive.begin("datapackage.json"))
        try await put(try archive.add(Array(try descriptor.json(path: Self.data, responses).utf8)))
        try await put(try archive.end() + archive.close())
    }

    /// What is said of a file that was written.
    struct Written: Sendable {
        var bytes = 0
        var hash = SHA256()

        mutating func add(_ text: [UInt8]) {
            bytes += text.count
            hash.update(data: text)
        }
    }

    /// Writes a file of all rows.
    private func file(
        _ name: String, in archive: inout ZipArchive, _ put: ([UInt8]) async throws -> Void, head: String, end: String,
        between: String, _ text: (ResultRow) -> String
    ) async throws -> Written {
        var (written, isFirst, piece) = (Written(), true, Array(head.utf8))
        var open = archive
        try await put(try open.begin(name))
        try await walk.run { session, count, line, response in
            let row = row(session, count, line, response)
            piece += Array(((isFirst ? "" : between) + text(row)).utf8)
            isFirst = false
            guard piece.count >= Self.stretch else { return true }
            written.add(piece)
            try await put(try open.add(piece))
            piece = []
            return true
        }
        piece += Array(end.utf8)
        written.add(piece)
        try await put(try open.add(piece) + open.end())
        archive = open
        return written
    }

    private func row(
        _ summary: SessionSummary, _ count: Int, _ line: TranscriptLine, _ response: ResultReading.Response
    ) -> ResultRow {
        let session = pseudonyms.name(of: summary.id)
        let channel = line.channel.isEmpty ? summary.channel : line.channel
        let metadata = [
            "language": summary.language, "channel": walk.kinds[channel], "revision": summary.revision?.description,
        ]
        return ResultRow(
            at: line.at, id: "\(session)-\(count)", contact: pseudonyms.name(of: summary.person), session: session,
            response: response, metadata: metadata.compactMapValues(\.self))
    }
}

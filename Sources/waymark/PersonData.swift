import ArgumentParser
import Foundation
import Gateway
import Sealing
import Storage

extension Waymark {
    /// `waymark person`: what is kept about one person.
    struct PersonData: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "person", abstract: "Give somebody everything that is kept about her.",
            subcommands: [Export.self])

        struct Export: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Write everything that is kept about one person into a file.",
                discussion: """
                    Make sure first that she is who she says. It asks the running gateway, or opens the database itself \
                    when none runs. Only you can read the file; the audit log says that it was made, and why.
                    """)

            @ArgumentParser.Option(help: "A number that she has or had; - reads it from standard input.")
            var number: String?

            @ArgumentParser.Option(name: .customLong("case"), help: "The number of a case of hers.")
            var caseNumber: Int?

            @ArgumentParser.Option(help: "The number of a conversation of hers.")
            var session: Int64?

            @ArgumentParser.Option(help: "Her record's number; with --number, which of its people.")
            var record: Int64?

            @ArgumentParser.Option(help: "Why: it stands in the audit log and should name nobody.")
            var reason: String?

            @ArgumentParser.Option(help: "The file to write; it must not be there yet. Else person-RECORD.json.")
            var output: String?

            @ArgumentParser.Option(help: "The data folder.")
            var data = "Data"

            @ArgumentParser.Option(help: "The folder with waymark.yaml, which may name a database elsewhere.")
            var config = "Config"

            func validate() throws {
                let ways = [number != nil, caseNumber != nil, session != nil].filter(\.self).count
                guard ways == 1 || ways == 0 && record != nil else {
                    throw ValidationError("say who by one of --number, --case, --session and --record")
                }
                guard reason?.contains(where: { !$0.isWhitespace }) == true else {
                    throw ValidationError("say why by --reason: it stands in the audit log")
                }
            }

            func run() async throws {
                let query = PersonQuery(
                    number: number == "-" ? readLine() ?? "" : number, caseNumber: caseNumber, session: session,
                    record: record, reason: reason ?? "")
                let answer = try await answer(to: query)
                guard let person = answer.person else { throw WrongUse(answer.sentence) }
                let file = output ?? "person-\(person.record).json"
                try PrivateFile.write(try person.file(), to: file)
                Terminal.output.write("\(file): everything that is kept about record \(person.record)\n")
            }

            private func answer(to query: PersonQuery) async throws -> PersonAnswer {
                guard ControlNote.read(data: data) != nil else { return try await withoutGateway(query) }
                let body = try JSONEncoder().encode(query)
                do {
                    let answer = try await ControlCall(data: data).send("POST", "/person/export", body: body)
                    return try JSONDecoder().decode(PersonAnswer.self, from: answer)
                } catch is NobodyListens {
                    return try await withoutGateway(query)
                }
            }

            private func withoutGateway(_ query: PersonQuery) async throws -> PersonAnswer {
                try await DataFolder.withStore(data, try .read(config: config)) { store, keys in
                    try await PersonDesk(store, try await NumberVault.open(store, keys: keys)).export(query)
                }
            }
        }
    }
}

extension PersonExport {
    /// The file as people can read it, too.
    fileprivate func file() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

extension PersonAnswer {
    /// Why there is no file.
    fileprivate var sentence: String {
        switch outcome {
        case .done: "the gateway gave no data"
        case .nobody: "nobody is known by that, or she was erased"
        case .doubtful:
            "this number is not held to be hers any more, or may be somebody else's by now: make sure that she is who she "
                + "says, and repeat with --record " + records.map(String.init).joined(separator: ", ")
        case .several:
            "several people have or had this number: say whose by --record, one of "
                + records.map(String.init).joined(separator: ", ")
        case .unreadable: "that is no phone number: write it with + and the country's digits, such as +8613800000001"
        case .unreasoned: "say why by --reason, in \(PersonQuery.longestReason) characters at most"
        }
    }
}

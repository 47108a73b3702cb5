import ArgumentParser
import Foundation

/// `waymark fuzz`: gives every parser of outside input what it does not expect, for as long as you like.
struct Fuzz: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give every parser of outside input what it does not expect.",
        discussion: """
            Each parser works in a process of its own. An input that ends it, or that takes it longer than ten seconds, is \
            told by its number; --target, --seed and --input give it the same one again.
            """)

    @ArgumentParser.Option(help: "Seconds for all parsers together.")
    var seconds = 60

    @ArgumentParser.Option(help: "The same number makes the same inputs.")
    var seed: UInt64 = 1

    @ArgumentParser.Option(help: "One parser by its name; all without it.")
    var target: String?

    @ArgumentParser.Option(help: "One input by its number: it is written to standard output in base64 and then read.")
    var input: Int?

    @ArgumentParser.Option(help: "The folder with providers/.")
    var config = "Config"

    @ArgumentParser.Option(help: "The folder with packs.")
    var flows = "Flows"

    @ArgumentParser.Option(help: .hidden)
    var note: String?

    @ArgumentParser.Option(help: .hidden)
    var from = 0

    func validate() throws {
        guard (1...1_000_000).contains(seconds) else {
            throw ValidationError("seconds are 1 to 1000000, not \(seconds)")
        }
    }

    func run() async throws {
        let all = try FuzzTarget.all(config: config, flows: flows)
        let targets = try all.filter { target == nil || $0.name == target }.checked(target, of: all.map(\.name))
        if let empty = targets.first(where: \.corpus.isEmpty) {
            throw WrongUse("there is no real input for '\(empty.name)': name the folders by --config and --flows")
        }
        if let input { return try again(targets[0], input) }
        if let note { return try FuzzWorker(targets[0], seed: seed, note: note).work(from: from, seconds: seconds) }
        let fuzz = FuzzRun(targets: targets.map(\.name), seed: seed, seconds: seconds, config: config, flows: flows)
        try await untilInterrupted { try await fuzz.hold { Terminal.output.write($0.description) } }
    }

    /// One input again, for whoever looks for what is wrong.
    private func again(_ target: FuzzTarget, _ number: Int) throws {
        let bytes = FuzzWorker.input(number, of: target, seed: seed)
        Terminal.output.line(Data(bytes).base64EncodedString())
        if let breach = FuzzWorker.read(number, of: target, seed: seed) {
            Terminal.errors.line("\(target.name): \(breach)")
            throw ExitCode(1)
        }
    }
}

extension [FuzzTarget] {
    /// Refuses a name that no parser has.
    fileprivate func checked(_ name: String?, of names: [String]) throws(WrongUse) -> [FuzzTarget] {
        guard isEmpty else { return self }
        throw WrongUse("there is no parser '\(name ?? "")'; there are \(names.joined(separator: ", "))")
    }
}

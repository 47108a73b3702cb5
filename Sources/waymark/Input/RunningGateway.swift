import ArgumentParser
import Foundation

/// The running gateway that a command asks, and how the command tells the answer.
struct RunningGateway: ParsableArguments {
    @Option(help: "The data folder of the running gateway.")
    var data = "Data"

    @Flag(help: "Print JSON.")
    var json = false

    /// Asks, and returns the answer's JSON; the parameters are those of `ControlCall`.
    func ask(_ method: String, _ path: String, within seconds: Int = 60) async throws -> Data {
        try await ControlCall(data: data).send(method, path, within: seconds)
    }

    /// Tells an answer, as it came with `--json` and in lines without, and returns what it says.
    @discardableResult
    func tell<Answer: Decodable>(_ answer: Data, in lines: (Answer) -> [String]) throws -> Answer {
        let said = try JSONDecoder().decode(Answer.self, from: answer)
        let told = json ? [String(decoding: answer, as: UTF8.self)] : lines(said)
        Terminal.output.write(told.map { $0 + "\n" }.joined())
        return said
    }
}

import Foundation
import Providers
import Synchronization

/// A message that a simulated phone received.
struct SimulatedMessage: Codable, Hashable, Sendable {
    let to: String
    let text: String
    /// By which the gateway knows it in reports; nil where it did not come along.
    let id: String?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        to = try fields.decode(String.self, forKey: .to)
        text = try fields.decode(String.self, forKey: .text)
        id = try? fields.decode(String.self, forKey: .id)
    }

    /// Nil where the fields are not there, or are no texts.
    init?(json: [UInt8]) {
        guard let message = try? JSONDecoder().decode(Self.self, from: Data(json)), !message.to.isEmpty else {
            return nil
        }
        self = message
    }

    /// Nil where the fields are not there.
    init?(form: [UInt8]) {
        let fields = Form.fields(form) ?? []
        guard let to = fields.first(where: { $0.key == "to" })?.value.text, !to.isEmpty,
            let text = fields.first(where: { $0.key == "text" })?.value.text
        else { return nil }
        self.to = to
        self.text = text
        id = fields.first { $0.key == "id" }?.value.text
    }
}

/// The last messages of simulated phones, in memory only.
final class SimulatedMessages: Sendable {
    /// Messages that are remembered, and phones that may be out of reach at one time.
    private static let limit = 200

    private struct State {
        var count = 0
        var last: [(number: Int, message: SimulatedMessage)] = []
        var unreachable: Set<String> = []
    }

    private let state = Mutex(State())
    /// Tells this memory from that of another start.
    let life = UUID().uuidString

    /// Keeps a message; returns its number, or nil where its phone is out of reach.
    func add(_ message: SimulatedMessage) -> Int? {
        state.withLock { state in
            guard state.unreachable.remove(message.to) == nil else { return nil }
            state.count += 1
            state.last.append((state.count, message))
            if state.last.count > Self.limit { state.last.removeFirst() }
            return state.count
        }
    }

    /// Refuses the next message to a phone, as a network does that does not reach it.
    func refuseNext(to number: String) {
        state.withLock { state in
            if state.unreachable.count < Self.limit { state.unreachable.insert(number) }
        }
    }

    /// The last messages, in order, each with its number.
    func list(to number: String?) -> [(number: Int, message: SimulatedMessage)] {
        state.withLock { state in state.last.filter { number == nil || $0.message.to == number } }
    }
}

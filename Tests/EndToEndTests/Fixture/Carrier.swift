import HTTPClient
import Synchronization
import TestSupport

/// The SMS provider at the other end, in Africa's Talking's words.
final class Carrier: Sendable {
    /// A message as it was taken.
    struct Message: Hashable, Sendable {
        let to: String
        let text: String
    }

    /// How the next requests go.
    enum Mood: Sendable {
        case taking, failing, refusing, hangingUp, silent
    }

    private let journal: Journal
    private let server: LoopbackServer

    init(_ mood: Mood = .taking) throws {
        let journal = Journal(mood)
        self.journal = journal
        server = try LoopbackServer { journal.reply(to: $0) }
    }

    /// Where it takes messages.
    var url: String { server.url("/version1/messaging") }
    /// What it took, in order.
    var taken: [Message] { journal.taken }
    /// Every request, taken or not.
    var requests: [LoopbackServer.Request] { server.requests }

    func become(_ mood: Mood) {
        journal.become(mood)
    }

    /// The message, once it was taken.
    func message(to number: String, after count: Int = 0) async throws -> Message {
        try await eventually("message \(count + 1) to \(number)") {
            taken.filter { $0.to == number }.dropFirst(count).first
        }
    }
}

/// What the server's threads write down and the test reads.
private final class Journal: Sendable {
    private let state: Mutex<(mood: Carrier.Mood, taken: [Carrier.Message])>

    init(_ mood: Carrier.Mood) {
        state = Mutex((mood, []))
    }

    var taken: [Carrier.Message] { state.withLock { $0.taken } }

    func become(_ mood: Carrier.Mood) {
        state.withLock { $0.mood = mood }
    }

    func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let form = Form.decode(request.body)
        return state.withLock { state in
            switch state.mood {
            case .failing: return .answer(status: 500)
            case .refusing: return .answer(status: 201, body: Self.refusal(of: form["to"] ?? "").utf8)
            case .hangingUp: return .hangUp
            case .silent: return .silence
            case .taking:
                state.taken.append(Carrier.Message(to: form["to"] ?? "", text: form["message"] ?? ""))
                return .answer(status: 201, body: Self.receipt(state.taken.count, to: form["to"] ?? "").utf8)
            }
        }
    }

    private static func refusal(of to: String) -> String {
        #"{"SMSMessageData":{"Message":"Sent to 0/1","Recipients":[{"statusCode":403,"number":"\#(to)","#
            + #""status":"InvalidPhoneNumber","cost":"0","messageId":"None"}]}}"#
    }

    private static func receipt(_ number: Int, to: String) -> String {
        #"{"SMSMessageData":{"Message":"Sent to 1/1","Recipients":[{"statusCode":101,"number":"\#(to)","#
            + #""status":"Success","cost":"KES 0.8000","messageId":"ATXid_\#(number)"}]}}"#
    }
}

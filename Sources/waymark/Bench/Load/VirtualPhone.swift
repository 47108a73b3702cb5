/// A phone of the benchmark: holds one conversation after another, by USSD or by SMS, or says nothing and only asks whether
/// the gateway is alive.
struct VirtualPhone {
    enum Kind {
        case ussd, sms, silent
    }

    /// People in the benchmark; they come back.
    static let people = 10_000
    private static let pulse = Array("GET /healthz HTTP/1.1\r\nHost: bench\r\n\r\n".utf8)

    let kind: Kind
    let id: Int
    /// Whose sessions and messages it has, which no other run had.
    private let run: String
    private var walk = 0
    private var place = 0
    private var typed = ""

    init(id: Int, kind: Kind, run: String) {
        self.id = id
        self.run = run
        self.kind = kind
    }

    /// The next request of the conversation, as the provider would send it.
    mutating func next() -> [UInt8] {
        if kind == .silent { return Self.pulse }
        if place > BenchPack.answers.count {
            place = 0
            walk += 1
            typed = ""
        }
        let body = kind == .ussd ? hop() : message()
        place += 1
        let path = kind == .ussd ? "/in/bench-ussd/session" : "/in/bench-sms/receive"
        let head =
            "POST \(path) HTTP/1.1\r\nHost: bench\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body).utf8)
    }

    /// The next request begins another conversation.
    mutating func startOver() {
        place = BenchPack.answers.count + 1
    }

    private mutating func hop() -> String {
        if place > 0 { typed += (typed.isEmpty ? "" : "*") + BenchPack.answers[place - 1] }
        return
            "sessionId=ATUid_\(run)_\(id)_\(walk)&serviceCode=*384*77%23&phoneNumber=%2B\(number)"
            + "&networkCode=99999&text=\(typed)"
    }

    private func message() -> String {
        let text = place == 0 ? "hello" : BenchPack.answers[place - 1]
        return "from=%2B\(number)&to=10000&text=\(text)&id=m\(run).\(id).\(walk).\(place)"
    }

    /// A Kenyan mobile number of the benchmark's people; USSD and SMS phones are different people.
    private var number: String {
        let person = (id &* 131 &+ walk &* 7_919) % Self.people
        return "2547\(kind == .ussd ? "1" : "2")\(String(1_000_000 + person))"
    }
}

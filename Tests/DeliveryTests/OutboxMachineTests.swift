import Delivery
import Expressions
import TestSupport
import Testing

struct OutboxMachineTests {
    private let machine = OutboxMachine()

    @Test(arguments: [
        (AttemptOutcome.accepted, OutboxAction.sent),
        (.permanent(code: "21610"), .dead(.refused(code: "21610"))),
        (.optedOut, .dead(.optedOut)),
        (.retry(code: "500", after: nil), .retry(at: seconds(1_005))),
        (.retry(code: nil, after: 3), .retry(at: seconds(1_005))),
        (.retry(code: nil, after: 60), .retry(at: seconds(1_060))),
        (.retry(code: nil, after: -60), .retry(at: seconds(1_005))),
        (.retry(code: nil, after: 90_000), .dead(.expired)),
        (.mayHaveArrived, .retry(at: seconds(1_005))),
        (.throttled(after: nil), .hold(until: seconds(1_005))),
        (.throttled(after: 30), .hold(until: seconds(1_030))),
        (.throttled(after: 0), .hold(until: seconds(1_001))),
        (.account(code: "401"), .hold(until: seconds(1_300))),
        (.unfinished, .hold(until: seconds(1_001))),
    ])
    func `the first attempt`(outcome: AttemptOutcome, action: OutboxAction) {
        let message = SendAttempt(earlier: 0, createdAt: Self.seconds(900))
        #expect(machine.receive(outcome, for: message, at: Self.seconds(1_000), jitter: 0) == action)
    }

    @Test(arguments: [AttemptOutcome.retry(code: "503", after: nil), .mayHaveArrived])
    func `the last attempt is the last`(outcome: AttemptOutcome) {
        let code: String? = if case .retry(let code, _) = outcome { code } else { nil }
        let last = SendAttempt(earlier: 7, createdAt: Self.seconds(0))
        let action = machine.receive(outcome, for: last, at: Self.seconds(10), jitter: 0)
        #expect(action == .dead(.exhausted(code: code)))
        let more = SendAttempt(earlier: 70, createdAt: Self.seconds(0))
        #expect(machine.receive(outcome, for: more, at: Self.seconds(10), jitter: 0) == action)
    }

    @Test func `what nobody asked for waits until the quiet hours are over, and is no attempt`() {
        func message(until quiet: Int64?, expiresAt: Int64? = nil) -> SendAttempt {
            SendAttempt(
                earlier: 2, createdAt: Self.seconds(0), expiresAt: expiresAt.map(Self.seconds),
                quietUntil: quiet.map(Self.seconds))
        }
        let now = Self.seconds(10)
        #expect(machine.refusal(of: message(until: 500), at: now) == .hold(until: Self.seconds(500)))
        #expect(machine.refusal(of: message(until: 500, expiresAt: 300), at: now) == .hold(until: Self.seconds(300)))
        #expect(machine.refusal(of: message(until: 10), at: now) == nil)
        #expect(machine.refusal(of: message(until: nil), at: now) == nil)
        #expect(machine.refusal(of: message(until: 90_000), at: Self.seconds(86_400)) == .dead(.expired))
    }

    @Test func `what nobody asked for does not come after the conversation has gone on`() {
        let late = SendAttempt(earlier: 1, createdAt: Self.seconds(0), isOvertaken: true)
        #expect(machine.refusal(of: late, at: Self.seconds(10)) == .dead(.overtaken))
        let unsure = SendAttempt(
            earlier: 1, createdAt: Self.seconds(0), isAbandoned: true, assurance: .reports, isOvertaken: true)
        #expect(machine.refusal(of: unsure, at: Self.seconds(10)) == .unsure(until: Self.seconds(70)))
    }

    @Test func `being throttled never uses up an attempt, and ends with the message`() {
        let message = SendAttempt(earlier: 7, createdAt: Self.seconds(0), expiresAt: Self.seconds(100))
        let at = { machine.receive(.throttled(after: 60), for: message, at: Self.seconds($0), jitter: 0) }
        #expect(at(10) == .hold(until: Self.seconds(70)))
        #expect(at(70) == .hold(until: Self.seconds(100)))
        #expect(at(100) == .dead(.expired))
    }

    @Test func `an expired message is not sent`() {
        let message = SendAttempt(earlier: 0, createdAt: Self.seconds(0), expiresAt: Self.seconds(100))
        #expect(machine.refusal(of: message, at: Self.seconds(99)) == nil)
        #expect(machine.refusal(of: message, at: Self.seconds(100)) == .dead(.expired))
        let day = SendAttempt(earlier: 0, createdAt: Self.seconds(0))
        #expect(machine.refusal(of: day, at: Self.seconds(86_399)) == nil)
        #expect(machine.refusal(of: day, at: Self.seconds(86_400)) == .dead(.expired))
    }

    @Test func `where reports name our id, what may have arrived waits for one, even the last attempt`() {
        let attempt = { (earlier: Int) in
            SendAttempt(earlier: earlier, createdAt: Self.seconds(0), assurance: .reports)
        }
        for earlier in [0, 7] {
            let action = machine.receive(.mayHaveArrived, for: attempt(earlier), at: Self.seconds(10), jitter: 0)
            #expect(action == .unsure(until: Self.seconds(70)))
        }
        #expect(machine.refusal(of: attempt(8), at: Self.seconds(70)) == .dead(.exhausted(code: nil)))
        #expect(machine.refusal(of: attempt(7), at: Self.seconds(70)) == nil)
        let late = machine.receive(.mayHaveArrived, for: attempt(0), at: Self.seconds(86_390), jitter: 0)
        #expect(late == .unsure(until: Self.seconds(86_400)))
    }

    @Test(
        arguments: [
            (.reports, .unsure(until: seconds(1_060))), (.idempotent, nil), (.none, nil),
        ] as [(Assurance, OutboxAction?)])
    func `after a crash a message waits for a report if there can be one, and is sent otherwise`(
        assurance: Assurance, action: OutboxAction?
    ) {
        let message = SendAttempt(
            earlier: 1, createdAt: Self.seconds(900), isAbandoned: true, assurance: assurance)
        #expect(machine.refusal(of: message, at: Self.seconds(1_000)) == action)
    }

    @Test func `a message that names its own end may wait longer than the machine's`() {
        let long = SendAttempt(earlier: 0, createdAt: Self.seconds(0), expiresAt: Self.seconds(200_000))
        #expect(machine.refusal(of: long, at: Self.seconds(199_999)) == nil)
        #expect(machine.refusal(of: long, at: Self.seconds(200_000)) == .dead(.expired))
    }

    @Test func `every message ends once, sent or dead, within its attempts and its time`() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<3_000 {
            var now = Self.seconds(0)
            var tried = 0
            var end: OutboxAction?
            let assurance = [Assurance.idempotent, .reports, .none].randomElement(using: &random) ?? .none
            for _ in 0..<20_000 where end == nil {
                let message = SendAttempt(earlier: tried, createdAt: Self.seconds(0), assurance: assurance)
                if let refusal = machine.refusal(of: message, at: now) {
                    end = refusal
                    break
                }
                let action = machine.receive(
                    .random(using: &random), for: message, at: now, jitter: .random(in: 0..<1, using: &random))
                switch action {
                case .sent, .dead: end = action
                case .retry(let at), .unsure(let at):
                    tried += 1
                    #expect(at > now && at <= Self.seconds(86_400))
                    now = at
                case .hold(let until):
                    #expect(until > now && until <= Self.seconds(86_400))
                    now = until
                }
            }
            #expect(end != nil)
            #expect(tried <= machine.limits.attempts)
        }
    }

    @Test func `reasons are told in words`() {
        #expect(DeadReason.refused(code: "21610").description == "refused 21610")
        #expect(DeadReason.exhausted(code: nil).description == "exhausted")
    }

    private static func seconds(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }
}

extension AttemptOutcome {
    fileprivate static func random(using random: inout SplitMix64) -> AttemptOutcome {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: .accepted
        case 1: .permanent(code: nil)
        case 2: .optedOut
        case 3: .account(code: nil)
        case 4...6: .throttled(after: .random(in: -5...900, using: &random))
        case 7: .mayHaveArrived
        default: .retry(code: nil, after: .random(in: -5...900, using: &random))
        }
    }
}

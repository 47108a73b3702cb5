import Foundation
import TestSupport
import Testing

/// Long messages whose parts a provider tells one by one. Their texts are numbers that the sample pack adds up, so that
/// a part that is lost, doubled or out of order shows in every later sum.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct LongMessageTests {
    private static let numbers = ["345", "12", "407"]
    private static let question = "Next number? 999 ends."

    @Test(arguments: 1...3)
    func `each message is answered once, whatever the order of its parts and however often each comes`(seed: UInt64)
        async throws
    {
        let place = try PartsDeployment(timeout: 60)
        let gateway = try await RunningGateway.start(place.deployment, connections: 16)
        let phones = (0..<8).map { PartsPhone(number: "+25472300010\($0)") }
        for phone in phones { #expect(try await phone.text("TALLY", on: gateway) == 200) }
        var generator = SplitMix64(seed: seed)
        for (ref, number) in Self.numbers.enumerated() {
            let orders = phones.map { _ in
                (Array(1...number.count) + Array(1...number.count)).shuffled(using: &generator)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (phone, order) in zip(phones, orders) {
                    for index in order {
                        group.addTask {
                            let status = try await phone.part(index, of: number, ref: ref, on: gateway)
                            #expect(status == 200)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let sums = ["Sum 0.", "Sum 345.", "Sum 357.", "Sum 764."].map { "\($0) \(Self.question)" }
        for phone in phones { try await eventually("its sums") { place.texts(to: phone.number) == sums } }
        #expect(try await gateway.count("turns") == phones.count * 4)
        #expect(try await gateway.count("parts") == phones.count * (3 + 2 + 3 - 3))
        #expect(try await gateway.count("repeats") == phones.count * 8)
    }

    @Test func `killed between parts, it has lost none and the last one makes the message whole`() async throws {
        let place = try PartsDeployment()
        let first = try await RunningGateway.start(place.deployment)
        let phone = PartsPhone(number: "+254723000201")
        #expect(try await phone.text("TALLY", on: first) == 200)
        try await eventually("the first sum") { !place.texts(to: phone.number).isEmpty }
        #expect(try await phone.part(3, of: "345", on: first) == 200)
        try await first.kill()
        let second = try await RunningGateway.start(place.deployment)
        #expect(try await phone.part(3, of: "345", on: second) == 200)
        #expect(try await phone.part(1, of: "345", on: second) == 200)
        try await second.kill()
        let third = try await RunningGateway.start(place.deployment)
        for _ in 1...2 {
            for index in 1...3 { #expect(try await phone.part(index, of: "345", on: third) == 200) }
        }
        try await eventually("the sum") { place.texts(to: phone.number).last == "Sum 345. \(Self.question)" }
        #expect(try await third.count("turns") == 1)
        let sums = ["Sum 0.", "Sum 345."].map { "\($0) \(Self.question)" }
        #expect(Set(place.texts(to: phone.number)) == Set(sums))
    }

    @Test(arguments: 1...3)
    func `killed while parts come in, it adds every number once when what was not acknowledged comes again`(
        seed: UInt64
    ) async throws {
        let place = try PartsDeployment(isTaking: false)
        let first = try await RunningGateway.start(place.deployment, connections: 16)
        let phones = (0..<8).map { PartsPhone(number: "+25472300030\($0)") }
        for phone in phones { #expect(try await phone.text("TALLY", on: first) == 200) }
        var generator = SplitMix64(seed: seed)
        let order = (0..<24).shuffled(using: &generator).map { (phone: phones[$0 / 3], index: $0 % 3 + 1) }
        let killAt = Int.random(in: 4...20, using: &generator)
        let process = first.process
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (count, (phone, index)) in order.enumerated() {
                group.addTask {
                    if count == killAt { process.signal(9) }
                    _ = try? await phone.part(index, of: "345", on: first)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await process.ended() == -9)
        place.take()
        let second = try await RunningGateway.start(place.deployment)
        for (phone, index) in order { #expect(try await phone.part(index, of: "345", on: second) == 200) }
        for phone in phones {
            #expect(try await phone.part(1, of: "12", ref: 2, on: second) == 200)
            #expect(try await phone.part(2, of: "12", ref: 2, on: second) == 200)
            try await eventually("the sum of both") {
                place.texts(to: phone.number).last == "Sum 357. \(Self.question)"
            }
        }
    }

    @Test func `what came counts as the message when its time is over, also after a crash`() async throws {
        let place = try PartsDeployment(lifetime: "3s")
        let first = try await RunningGateway.start(place.deployment)
        let phone = PartsPhone(number: "+254723000401")
        #expect(try await phone.text("TALLY", on: first) == 200)
        try await eventually("the first sum") { !place.texts(to: phone.number).isEmpty }
        for index in [3, 1] { #expect(try await phone.part(index, of: "345", on: first) == 200) }
        try await first.kill()
        let second = try await RunningGateway.start(place.deployment)
        try await eventually("the sum") { place.texts(to: phone.number).last == "Sum 35. \(Self.question)" }
        #expect(try await second.count("incomplete") == 1)
        #expect(try await phone.part(3, of: "345", on: second) == 200)
        #expect(try await phone.part(2, of: "345", on: second) == 200)
        #expect(try await second.count("repeats") == 1)
        #expect(try await second.count("late_parts") == 1)
        #expect(try await second.count("turns") == 1)
    }

    @Test func `a PIN in parts is kept and judged, also after a crash, and neither printed nor kept in clear`()
        async throws
    {
        let pin = "48267391"
        let place = try PartsDeployment(packName: GuardedPack.name)
        try GuardedPack.put(on: place.deployment)
        let first = try await RunningGateway.start(place.deployment)
        let phone = PartsPhone(number: "+254723000501")
        #expect(try await phone.text("hello", on: first) == 200)
        for index in [8, 1, 3, 2, 5, 4] { #expect(try await phone.part(index, of: pin, on: first) == 200) }
        try await first.kill()
        let second = try await RunningGateway.start(place.deployment)
        for index in [7, 6] { #expect(try await phone.part(index, of: pin, on: second) == 200) }
        try await eventually("that the PIN is kept") { place.texts(to: phone.number).last == GuardedPack.told("none") }
        let other = PartsPhone(number: "+254723000502")
        for text in ["hello", "59135917", phone.number] { #expect(try await other.text(text, on: second) == 200) }
        for index in 1...8 { #expect(try await other.part(index, of: pin, on: second) == 200) }
        try await eventually("the record") { place.texts(to: other.number).last == GuardedPack.told("done") }
        #expect(try await second.stop() == 0)
        let printed = [first, second].map { $0.process.output + $0.process.errors }.joined()
        #expect(!printed.contains(pin))
        for (name, content) in try place.deployment.kept() {
            #expect(content.firstRange(of: Data(pin.utf8)) == nil, "\(name)")
        }
    }
}

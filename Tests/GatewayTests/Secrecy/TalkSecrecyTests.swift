import ContentFiles
import Conversation
import Foundation
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Every talk of the shipped packs, played on a gateway that keeps, logs, counts and sends: nothing that was said, and no
/// number, is to be found where it does not belong.
struct TalkSecrecyTests {
    /// Shorter ones may stand anywhere by chance.
    fileprivate static let shortest = 6

    @Test(arguments: ["china", "example-kenya"])
    func `no talk leaves a number or a word on the disk, in the log, in metrics or in addresses`(
        _ name: String
    ) async throws {
        let town = try await TalkingGateway(name)
        var player = TalkPlayer(town)
        let talks = try TalkingGateway.talks(of: name)
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        for talk in talks { try await player.play(talk) }
        try await expectTurns(town)
        let odd = try await expectSilentRefusals(town)
        // What stands in the pack itself is no secret: the database keeps its files, and the words of consents with the
        // numbers of their options.
        let files = town.source.files.map(\.content).joined(separator: "\n")
        let known = Haystack(Data(try town.source.archived()) + Data(files.utf8))
        let secrets = player.secrets.union(odd).filter { secret in
            let label = secret.replacing(#/^[0-9]+ /#, with: "")
            return secret.utf8.count >= Self.shortest && !known.contains(secret) && !known.contains(label)
        }
        #expect(secrets.count > 100)
        let requests = town.provider.requests
        let targets = requests.map(\.target)
        #expect(!targets.isEmpty)
        let headers = requests.flatMap(\.headers).map { "\($0.name): \($0.value)" }
        // Traces are random: what is shorter may stand in one by chance.
        expectNone(
            of: secrets.filter { $0.utf8.count >= 10 }, in: "a header", Haystack(headers.joined(separator: "\n")))
        for request in requests { try expectNoOthers(in: request, of: player) }
        try await expectStaffSeeNo(secrets, of: player, on: town)
        expectNone(of: secrets, in: "the metrics", Haystack(town.gateway.parts.counters.text))
        expectNone(of: secrets, in: "an address", Haystack(targets.joined(separator: "\n")))
        expectNone(of: secrets, in: "the log", Haystack(town.log.all.joined(separator: "\n")))
        // Messages are kept with their traces: few digits may stand in one of them by chance, too.
        let sure = secrets.filter { $0.utf8.count >= 10 || !$0.allSatisfy(\.isHexDigit) }
        for (file, content) in try town.kept() { expectNone(of: sure, in: file, Haystack(content)) }
        await town.gateway.close()
        for (file, content) in try town.kept() {
            expectNone(of: sure, in: file + " after the end", Haystack(content))
        }
    }

    /// A message names no number of another, unless that was typed where it goes to.
    private func expectNoOthers(in request: LoopbackServer.Request, of player: TalkPlayer) throws {
        let message = try JSONDecoder().decode(SentMessage.self, from: Data(request.body))
        let told = message.text.split { !$0.isASCII || !$0.isNumber }.map { String($0.suffix(10)) }
        let known = player.named[message.to, default: []].union([String(message.to.suffix(10))])
        #expect(player.numbers.subtracting(known).isDisjoint(with: told), "one number is told of another")
    }

    /// Whoever may not read everything finds no number, no PIN, no code and nothing private; nobody at all finds a PIN or a code.
    private func expectStaffSeeNo(_ secrets: Set<String>, of player: TalkPlayer, on town: TalkingGateway) async throws {
        let keys = player.keys.intersection(secrets).filter { Set($0).count > 2 }
        #expect(!keys.isEmpty && player.numbers.count > 20)
        let redacted = try await StaffReading.redacted(town)
        #expect(redacted.places.count > 8, "hardly anything was read: \(redacted.places.keys.sorted())")
        let hidden = keys.union(player.privates.intersection(secrets)).union(player.numbers)
            .subtracting(town.gateway.evidence.months)  // they name the pages of evidence
        for (place, text) in redacted.places { expectNone(of: hidden, in: place, Haystack(text)) }
        let whole = try await StaffReading.whole(town)
        for (place, text) in whole.places { expectNone(of: keys, in: place + ", seen as a whole", Haystack(text)) }
    }

    /// A request that cannot be read is refused without a word of what stood in it.
    ///
    /// - Returns: What stood there.
    private func expectSilentRefusals(_ town: TalkingGateway) async throws -> Set<String> {
        let odd: Set = ["x13877770001", "Zenobia owes 4000"]
        for fields in [
            ["from": "x13877770001", "text": "Zenobia owes 4000"],
            ["id": "odd", "from": "x13877770001", "to": "x13877770001", "text": "Zenobia owes 4000"],
            ["session": "odd", "from": "x13877770001", "phase": "Zenobia owes 4000"],
        ] {
            for (channel, route) in [("sms", "receive"), ("ussd", "session"), ("sms", "Zenobia owes 4000")] {
                let answer = try await town.post(fields, to: channel, route: route)
                #expect(!odd.contains { answer.contains($0) }, "\(answer)")
            }
        }
        return odd
    }

    /// What was said must really have been kept; else nothing would be shown by its absence.
    private func expectTurns(_ town: TalkingGateway) async throws {
        let counts = try await town.store.counts()
        #expect(counts.turns > 100)
        let sessions = try await town.store.recentSessions(limit: 3)
        for session in sessions { #expect(try await !town.store.transcript(of: session.id).isEmpty) }
    }

    private func expectNone(of secrets: Set<String>, in place: String, _ haystack: Haystack) {
        for secret in secrets where haystack.contains(secret) { Issue.record("\(secret) in \(place)") }
    }
}

/// What the provider is told to send.
private struct SentMessage: Decodable {
    /// The number it goes to.
    let to: String
    let text: String
}

/// Something that many words are looked for in. It knows nearly which bytes follow each other anywhere in it, as many as
/// the shortest word has, so that it is looked through only for what is there but for a few.
private struct Haystack {
    private static let length = TalkSecrecyTests.shortest
    private let content: Data
    private let seen: [Bool]

    init(_ text: String) {
        self.init(Data(text.utf8))
    }

    init(_ content: Data) {
        self.content = content
        var seen = [Bool](repeating: false, count: 1 << 24)
        content.withUnsafeBytes { bytes in
            seen.withUnsafeMutableBufferPointer { seen in Self.note(bytes, in: seen) }
        }
        self.seen = seen
    }

    /// Notes where bytes are found that follow each other. Millions are: nothing is called for each.
    private static func note(_ bytes: UnsafeRawBufferPointer, in seen: UnsafeMutableBufferPointer<Bool>) {
        let (mask, factor, first) = (mask, factor, length - 1)
        var last: UInt64 = 0
        var place = 0
        while place < bytes.count {
            last = (last << 8 | UInt64(bytes[place])) & mask
            if place >= first { seen[Int((last &* factor) >> 40)] = true }
            place += 1
        }
    }

    /// So many bytes as the shortest word has.
    private static let mask: UInt64 = (1 << (8 * UInt64(length))) - 1
    /// D. Knuth's multiplicative hashing: of the product the highest bits are taken.
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    func contains(_ text: String) -> Bool {
        guard mayContain(text) else { return false }
        let needle = Array(text.utf8)
        return content.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = place + bytes.count
            while let hit = memchr(place, Int32(needle[0]), end - place), end - UnsafeRawPointer(hit) >= needle.count {
                if memcmp(hit, needle, needle.count) == 0 { return true }
                place = UnsafeRawPointer(hit) + 1
            }
            return false
        }
    }

    /// Whether a text may be there; one that is shorter than the shortest word always may.
    private func mayContain(_ text: String) -> Bool {
        var last: UInt64 = 0
        for (place, byte) in text.utf8.enumerated() {
            last = (last << 8 | UInt64(byte)) & Self.mask
            if place >= Self.length - 1, !seen[Int((last &* Self.factor) >> 40)] { return false }
        }
        return true
    }
}

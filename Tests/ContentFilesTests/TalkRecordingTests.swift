import Conversation
import Expressions
import Testing

/// Talks that are written down while someone is at a phone.
struct TalkRecordingTests {
    /// Packs without faults.
    static var packs: [Fixture] {
        var good = PackTests.good()
        // What is not known would be a fault of the pack, which talks tell of.
        good.files["person.yaml"] = good.files["person.yaml"]?.replacing("From ${person.region}", with: "Call her")
        return [good, TalkLaterTests.later()]
    }

    @Test(arguments: 0..<60)
    func `what was written down passes, whatever was done`(seed: UInt64) throws {
        for fixture in Self.packs {
            let pack = try #require(fixture.load().pack)
            for inventing in [true, false] {
                let talk = try RandomCall(in: pack, seed: seed, inventing: inventing).talk
                let reports = TalkReading.play(talk, in: pack)
                #expect(reports.count == 1)
                let failures = reports.flatMap(\.failures).map { "\($0.place.line): \($0.reason.message)" }
                #expect(failures == [], "\(talk)")
            }
        }
    }

    @Test func `a private answer ends the talk before it`() {
        var recorder = TalkRecorder()
        let shown = recorder.lines(for: .type("1234", late: nil), [], isPrivate: true)
        #expect(shown.count == 1 && shown.first?.hasPrefix("# ") == true)
        #expect(recorder.isOver)
        #expect(recorder.lines(for: .drop(isNoticed: true), []) == [])
    }

    @Test(arguments: [
        ("3*1234", "3*0"), ("3*1234*5", "3*0*0"), ("3", "3"), ("8*1234", "8*0"), ("", ""), ("2*4", "2*0"),
    ])
    func `dialled digits that were not read are zeros`(digits: String, kept: String) throws {
        let pack = try #require(TalkLaterTests.later().load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        let rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 1_777_000_000_000))
        #expect(try rehearsal.kept(digits, dialledBy: "+8613800000001") == kept)
    }

    @Test func `digits dialled from a private question are kept as far as they were read`() throws {
        let pack = try #require(TalkLaterTests.later().load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        var rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 1_777_000_000_000))
        _ = try rehearsal.dial("3", from: "+8613800000001")
        #expect(try rehearsal.kept("3*1234", dialledBy: "+8613800000001") == "3*0")
    }
}

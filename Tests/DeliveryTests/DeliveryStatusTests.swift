import Delivery
import TestSupport
import Testing

struct DeliveryStatusTests {
    @Test func `a final status stays, whatever is reported after it`() {
        for before in DeliveryStatus.allCases where before.isFinal {
            for report in DeliveryStatus.allCases { #expect(before.after(report) == before) }
        }
    }

    @Test(arguments: [
        (DeliveryStatus.accepted, DeliveryStatus.sent, DeliveryStatus.sent), (.sent, .accepted, .sent),
        (.sent, .delivered, .delivered), (.accepted, .failed, .failed), (.accepted, .unknown, .accepted),
        (.unknown, .accepted, .accepted), (.sent, .unknown, .sent),
    ])
    func `a report moves a message on and never back`(
        before: DeliveryStatus, report: DeliveryStatus, after: DeliveryStatus
    ) {
        #expect(before.after(report) == after)
    }

    @Test func `the order of reports does not matter unless two are final`() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<2_000 {
            var reports = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                [DeliveryStatus.unknown, .accepted, .sent].randomElement(using: &random) ?? .sent
            }
            if let final = DeliveryStatus.allCases.filter(\.isFinal).randomElement(using: &random),
                Bool.random(using: &random)
            {
                reports.append(final)
            }
            let first = reports.reduce(DeliveryStatus.unknown) { $0.after($1) }
            reports.shuffle(using: &random)
            #expect(reports.reduce(DeliveryStatus.unknown) { $0.after($1) } == first)
        }
    }

    @Test(
        arguments: [
            ([], nil), ([.sent], .sent), ([.delivered, .delivered], .delivered), ([.delivered, .sent], .sent),
            ([.sent, .failed], .failed), ([.delivered, .expired], .expired), ([.sent, .accepted], .accepted),
            ([.optedOut, .failed], .optedOut),
        ] as [([DeliveryStatus], DeliveryStatus?)])
    func `a message in parts is as far as its slowest part and lost with the first that is lost`(
        parts: [DeliveryStatus], whole: DeliveryStatus?
    ) {
        #expect(DeliveryStatus.whole(of: parts) == whole)
    }
}

import ContentFiles
import Conversation
import Expressions
import TestSupport
import Testing

@testable import Entitlements

/// The search for the next question, over the shipped rules: what it remembers changes nothing.
struct QuestionSearchTests {
    /// Some of the shipped rules, each changed in one province, and what somebody has answered so far.
    private struct Sample {
        let book: RuleBook
        let rules: [Rule]
        let known: [String: Value]
        let now: Timestamp
        let utcOffset: Int

        init(_ seed: UInt64, rules count: Int, known share: Double) throws {
            let pack = try #require(QuestionSearchTests.pack)
            var random = SplitMix64(seed: seed)
            let shipped = pack.rules.rules(in: .all).shuffled(using: &random).prefix(count)
            rules = shipped.enumerated().map { place, rule in
                place == 0 ? Self.changed(rule) : rule
            }
            book = RuleBook(
                rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) }), facts: pack.rules.facts,
                languages: pack.rules.languages)
            let day = try #require(shipped.flatMap(\.tests).map(\.day).max())
            let people = MadeUpPeople(for: rules, in: book, on: day)
            known = people.answers(of: Int(seed)).filter { _ in Double.random(in: 0..<1, using: &random) < share }
            utcOffset = pack.settings.utcOffset
            now = Timestamp(date: day, utcOffset: utcOffset)
        }

        /// The rule as it is, but for one province, where its first line does not hold.
        private static func changed(_ rule: Rule) -> Rule {
            let local = Rule(
                id: rule.id, area: rule.area, version: rule.version, inForce: rule.inForce, title: rule.title,
                laws: rule.laws, parameters: rule.parameters, derived: rule.derived, concerns: rule.concerns,
                lines: rule.lines.count > 1 ? Array(rule.lines.dropFirst()) : rule.lines, shown: rule.shown,
                outcomes: rule.outcomes, facts: rule.facts)
            let facts = [Fact.region] + rule.facts.filter { $0 != Fact.region }
            return rule.completed(
                facts: facts, concernFacts: rule.concernFacts,
                locals: [LocalRule(region: RegionCode("440000"), rule: local)])
        }

        var plain: PlainSearch {
            PlainSearch(
                book: book,
                surroundings: Surroundings(now: now, utcOffset: utcOffset, language: book.languages.first ?? "en"))
        }
    }

    private static let pack = Project.china.flatMap { PackLoader.load($0, log: DiagnosticLog()) }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `the next question is the one that is found when every rule is judged anew`(_ seed: UInt64) throws {
        let sample = try Sample(seed, rules: 3, known: 0.4)
        let inquiry = sample.book.inquire(
            .named(sample.rules.map { .rule($0.id) }), { sample.known[$0] }, at: sample.now,
            utcOffset: sample.utcOffset, language: "en")
        #expect(inquiry.next == sample.plain.next(sample.rules, sample.known))
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `a rule comes as far as when it is judged anew, whatever was looked at before`(_ seed: UInt64) throws {
        let sample = try Sample(seed, rules: 28, known: 0.7)
        let plain = sample.plain
        for rule in sample.rules {
            var prospect = try #require(sample.book.prospect(of: rule.id, plain.surroundings))
            var known: [String: Value] = [:]
            for fact in rule.allFacts {
                #expect(prospect.standing(prospect.answers { known[$0] }) == plain.standing(of: rule, known))
                known[fact] = sample.known[fact]
            }
            #expect(prospect.standing(prospect.answers { known[$0] }) == plain.standing(of: rule, known))
        }
    }
}

/// What a record leaves behind on the numbers that it goes from.
extension Registry {
    /// The numbers that somebody has beside one, in order, with the step where her conversation stands that is led
    /// there; nil where none is.
    func numbers(of person: Int64, beside number: String) -> [(number: String, step: String?)] {
        let person = Int(person)
        let others = lines.filter { $0.key != number && $0.value.people.contains(person) }.keys.sorted()
        return others.map { ($0, step(of: person, on: $0)) }
    }

    /// Where the conversations stand that those who have a number lead there.
    func steps(on number: String) -> [String] {
        (lines[number]?.people ?? []).compactMap { step(of: $0, on: number) }
    }

    private func step(of person: Int, on number: String) -> String? {
        guard let record = records[person], record.line == number else { return nil }
        return record.session?.frames.last?.step
    }
}

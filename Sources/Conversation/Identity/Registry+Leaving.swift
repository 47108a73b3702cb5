/// What a record leaves behind on the numbers that it goes from.
extension Registry {
    /// A number that a record goes from.
    struct Left {
        let number: String
        /// Where the conversation stands that is led there; nil where none is.
        let step: String?
        /// Whether it is asked if it objects.
        let isAsked: Bool
    }

    /// The numbers that somebody has beside the one that her record comes to, in order.
    func left(by person: Int64, for number: String, _ objection: Objection?) -> [Left] {
        let person = Int(person)
        let others = lines.filter { $0.key != number && $0.value.people.contains(person) }
        return others.sorted { $0.key < $1.key }.map { number, line in
            let isAsked = line.person == person && objection.map(line.state.mayObject) ?? false
            return Left(number: number, step: step(of: person, on: number), isAsked: isAsked)
        }
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

/// Elements that go by numbers, from 0: equal ones by the same. A key made of numbers is compared faster than one made of
/// values.
struct Numbering<Element: Hashable & Sendable>: Sendable {
    private var elements: [Element] = []
    private var numbers: [Element: Int] = [:]

    /// The element's number, a new one where it has none yet.
    mutating func number(of element: Element) -> Int {
        if let number = numbers[element] { return number }
        let number = elements.count
        elements.append(element)
        numbers[element] = number
        return number
    }

    /// The element that goes by a number.
    subscript(number: Int) -> Element { elements[number] }
}

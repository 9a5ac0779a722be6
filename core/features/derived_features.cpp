// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/derived_features.h"

#include <muParser.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>

#include "core/base/error.h"

namespace foresell {

namespace {

[[noreturn]] void refuse(const std::string& formula, const std::string& why) {
    throw Error("features.bad_formula", "The formula cannot be read: " + why,
                "Write for instance price / [competitor price]; names with other characters than letters, digits and _ stand in brackets.",
                {{"formula", formula}});
}

bool isNameStart(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// A formula whose names are v0, v1, ... and what these stand for.
struct Translated {
    std::string text;
    std::vector<std::string> names;
};

class Translator {
public:
    explicit Translator(const std::string& formula) : m_formula(formula) {}

    Translated run() {
        if (m_formula.empty() || m_formula.size() > longestFormula) {
            refuse(m_formula, m_formula.empty() ? "it is empty" : "it is too long");
        }
        while (m_at < m_formula.size()) {
            const char c = m_formula[m_at];
            if (c == '[') {
                takeBracket();
            } else if (isNameStart(c) || (static_cast<unsigned char>(c) & 0x80U) != 0) {
                takeWord();
            } else if (std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.') {
                takeNumber();
            } else if (c == '=' && !isComparison()) {
                refuse(m_formula, "a single = means nothing here");
            } else if (std::string_view("+-*/^()<>=!&|?:, ").find(c) == std::string_view::npos) {
                refuse(m_formula, std::string("\"") + c + "\" means nothing here");
            } else {
                m_result.text += c;
                ++m_at;
            }
        }
        return std::move(m_result);
    }

private:
    /// "=" as a part of ==, <=, >= or !=.
    bool isComparison() {
        const char before = m_at > 0 ? m_formula[m_at - 1] : ' ';
        if (before == '<' || before == '>' || before == '!') {
            return true;
        }
        if (m_formula.compare(m_at, 2, "==") == 0) {
            m_result.text += '=';
            ++m_at;
            return true;
        }
        return before == '=';
    }

    void takeBracket() {
        const std::size_t end = m_formula.find(']', m_at);
        if (end == std::string::npos) {
            refuse(m_formula, "a bracket is never closed");
        }
        putName(m_formula.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
    }

    void takeWord() {
        std::size_t end = m_at;
        while (end < m_formula.size() && (std::isalnum(static_cast<unsigned char>(m_formula[end])) != 0 || m_formula[end] == '_' ||
                                          (static_cast<unsigned char>(m_formula[end]) & 0x80U) != 0)) {
            ++end;
        }
        const std::string word = m_formula.substr(m_at, end - m_at);
        const std::size_t next = m_formula.find_first_not_of(' ', end);
        const bool isFunction = next != std::string::npos && m_formula[next] == '(';
        if (isFunction) {
            m_result.text += word;
        } else {
            putName(word);
        }
        m_at = end;
    }

    /// 12, 0.5, 1e-3
    void takeNumber() {
        std::size_t end = m_at;
        while (end < m_formula.size() && (std::isdigit(static_cast<unsigned char>(m_formula[end])) != 0 || m_formula[end] == '.')) {
            ++end;
        }
        if (end < m_formula.size() && (m_formula[end] == 'e' || m_formula[end] == 'E')) {
            std::size_t exponent = end + 1;
            exponent += exponent < m_formula.size() && (m_formula[exponent] == '-' || m_formula[exponent] == '+') ? 1 : 0;
            const std::size_t digits = exponent;
            while (exponent < m_formula.size() && std::isdigit(static_cast<unsigned char>(m_formula[exponent])) != 0) {
                ++exponent;
            }
            end = exponent > digits ? exponent : end;
        }
        m_result.text += m_formula.substr(m_at, end - m_at);
        m_at = end;
    }

    void putName(const std::string& name) {
        if (name.empty()) {
            refuse(m_formula, "a name is empty");
        }
        const auto found = std::ranges::find(m_result.names, name);
        m_result.text += "v" + std::to_string(found - m_result.names.begin());
        if (found == m_result.names.end()) {
            m_result.names.push_back(name);
        }
    }

    const std::string& m_formula;
    std::size_t m_at = 0;
    Translated m_result;
};

/// A formula ready to be computed.
class Formula {
public:
    explicit Formula(const std::string& formula) : m_translated(Translator(formula).run()) {
        m_values.resize(m_translated.names.size());
        try {
            for (std::size_t i = 0; i < m_values.size(); ++i) {
                m_parser.DefineVar("v" + std::to_string(i), &m_values[i]);
            }
            m_parser.SetExpr(m_translated.text);
            m_values.assign(m_values.size(), 1.0);
            m_parser.Eval();
            if (m_parser.GetNumResults() != 1) {
                refuse(formula, "it gives more than one number");
            }
        } catch (const mu::ParserError& error) {
            refuse(formula, shown(error.GetMsg()));
        }
    }
    Formula(const Formula&) = delete;
    Formula& operator=(const Formula&) = delete;

    const std::vector<std::string>& names() const { return m_translated.names; }
    std::vector<double>& values() { return m_values; }
    double compute() {
        try {
            return m_parser.Eval();
        } catch (const mu::ParserError&) {
            return std::nan("");
        }
    }

private:
    /// muparser's words with the person's names in them.
    std::string shown(std::string message) const {
        for (std::size_t i = m_translated.names.size(); i-- > 0;) {
            const std::string mark = "\"v" + std::to_string(i) + "\"";
            for (std::size_t at = message.find(mark); at != std::string::npos; at = message.find(mark)) {
                message.replace(at, mark.size(), "\"" + m_translated.names[i] + "\"");
            }
        }
        return message;
    }

    Translated m_translated;
    std::vector<double> m_values;
    mu::Parser m_parser;
};

/// One of the features that a formula uses.
struct Input {
    const Covariate* covariate = nullptr;
    const StaticFeature* attribute = nullptr;
    int width = 0;
    bool isLog = false;  ///< attributes without a negative value are stored as ln(1 + x)

    std::optional<double> at(std::size_t series, int column) const {
        if (attribute != nullptr) {
            const double value = attribute->values[series];
            return isLog ? std::expm1(value) : value;
        }
        const std::size_t cell = (covariate->shared ? 0 : series) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
        const bool isKnown = covariate->isKnown.empty() || covariate->isKnown[cell] != 0;
        return isKnown ? std::optional<double>(static_cast<double>(covariate->values[cell])) : std::nullopt;
    }
};

class Deriving {
public:
    Deriving(Panel& panel, const DerivedFeature& derived) : m_panel(panel), m_formula(derived.formula), m_name(derived.name) {}

    void run() {
        if (!findInputs()) {
            return;
        }
        Covariate result{.name = m_name, .shared = m_isShared, .isBinary = true, .values = {}, .isKnown = {}};
        const std::size_t rows = m_isShared ? 1 : m_panel.seriesCount();
        const int width = m_isAhead ? m_panel.periods + m_panel.futurePeriods : m_panel.periods;
        result.values.reserve(rows * static_cast<std::size_t>(width));
        std::vector<std::uint8_t> isKnown;
        for (std::size_t row = 0; row < rows; ++row) {
            for (int column = 0; column < width; ++column) {
                const double value = valueAt(row, column);
                isKnown.push_back(std::isfinite(value) ? 1 : 0);
                result.values.push_back(std::isfinite(value) ? static_cast<float>(value) : 0.0F);
                result.isBinary = result.isBinary && (!std::isfinite(value) || value == 0 || value == 1);
            }
        }
        if (std::ranges::find(isKnown, 1) == isKnown.end()) {
            return;
        }
        if (std::ranges::find(isKnown, 0) != isKnown.end()) {
            result.isKnown = std::move(isKnown);
        }
        (m_isAhead ? m_panel.knownFuture : m_panel.pastOnly).push_back(std::move(result));
    }

private:
    bool findInputs() {
        for (const std::string& name : m_formula.names()) {
            const auto ahead = std::ranges::find(m_panel.knownFuture, name, &Covariate::name);
            const auto past = std::ranges::find(m_panel.pastOnly, name, &Covariate::name);
            const auto fixed = std::ranges::find_if(m_panel.statics, [&name](const StaticFeature& each) { return each.name == name && each.cardinality == 0; });
            Input input;
            if (ahead != m_panel.knownFuture.end()) {
                input = {&*ahead, nullptr, m_panel.periods + m_panel.futurePeriods, false};
                m_isShared = m_isShared && ahead->shared;
            } else if (past != m_panel.pastOnly.end()) {
                input = {&*past, nullptr, m_panel.periods, false};
                m_isShared = m_isShared && past->shared;
                m_isAhead = false;
            } else if (fixed != m_panel.statics.end()) {
                input = {nullptr, &*fixed, 0, std::ranges::none_of(fixed->values, [](float value) { return value < 0; })};
                m_isShared = false;
            } else {
                return false;
            }
            m_inputs.push_back(input);
        }
        return true;
    }

    double valueAt(std::size_t row, int column) {
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            const auto value = m_inputs[i].at(row, column);
            if (!value) {
                return std::nan("");
            }
            m_formula.values()[i] = *value;
        }
        return m_formula.compute();
    }

    Panel& m_panel;
    Formula m_formula;
    const std::string& m_name;
    std::vector<Input> m_inputs;
    bool m_isShared = true, m_isAhead = true;
};

}  // namespace

std::vector<std::string> namesIn(const std::string& formula) {
    return Formula(formula).names();
}

void addDerivedFeatures(Panel& panel, const std::vector<DerivedFeature>& derived) {
    for (const DerivedFeature& each : derived) {
        Deriving(panel, each).run();
    }
}

}  // namespace foresell

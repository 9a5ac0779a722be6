// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/normalisation.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace foresell {
namespace {

constexpr double largestLog = 20;  // so that e^z stays a number

/// The place of a name in a list.
std::size_t placeOf(const std::string& name, const std::vector<std::string>& names, const std::string& option) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    std::string rule = "it is one of ";
    for (const std::string& known : names) {
        rule += (known == names.front() ? "" : ", ") + known;
    }
    throw Error("training.option", "The option " + option + " cannot be used: " + rule + ".",
                "Leave it open to let the program choose.", {{"option", option}, {"rule", rule}});
}

}  // namespace

std::vector<std::string> Normalisation::kinds() {
    return {"none", "mean", "robust", "log"};
}

std::vector<std::string> Normalisation::scopes() {
    return {"series", "global"};
}

Normalisation Normalisation::named(const std::string& kind, const std::string& scope) {
    Normalisation normalisation;
    normalisation.kind = static_cast<Kind>(placeOf(kind, kinds(), "normalisation"));
    normalisation.scope = static_cast<Scope>(placeOf(scope, scopes(), "normalisation-scope"));
    return normalisation;
}

std::string Normalisation::kindName() const {
    return kinds().at(static_cast<std::size_t>(kind));
}

std::string Normalisation::scopeName() const {
    return scopes().at(static_cast<std::size_t>(scope));
}

double Normalisation::scaled(double demand, const DemandScale& scale) const {
    const double ratio = (demand - scale.centre) / scale.spread;
    return kind == Kind::Log ? std::copysign(std::log1p(std::abs(ratio)), ratio) : ratio;
}

double Normalisation::opened(double scaled) const {
    return kind == Kind::Log ? std::copysign(std::expm1(std::min(std::abs(scaled), largestLog)), scaled) : scaled;
}

DemandScale Normalisation::scaleOf(double level, double median, double medianDistance) const {
    switch (kind) {
        case Kind::None:
            return {level, 0, 1};
        case Kind::Robust:
            return {level, median, medianDistance > 0 ? std::max(normalDeviation * medianDistance, leastSpread * level) : level};
        case Kind::Mean:
        case Kind::Log:
            break;
    }
    return {level, 0, level};
}

double Normalisation::bound() const {
    return kind == Kind::Log ? largestLogMean() : largestRatio();
}

std::string Normalisation::whyNot(const LossInfo& loss) const {
    if (kind == Kind::Robust && loss.needsPositive) {
        return "with the loss " + loss.name + ", which counts from 0, it is log, mean or none: robust moves the middle of a series to 0";
    }
    if (loss.needsClasses && (kind != Kind::Log || scope != Scope::Series)) {
        return "with the loss classes, whose classes are steps of a series' own logarithm, it is log of each series";
    }
    return {};
}

}  // namespace foresell

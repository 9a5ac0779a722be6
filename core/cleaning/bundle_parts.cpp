// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/bundle_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t deepest = 8;  ///< bundles in bundles

[[noreturn]] void refuse(const SaleSource& source, std::int32_t bundle, const char* what) {
    const std::string code = source.itemCode(bundle);
    throw Error("cleaning.bad_recipe", "The bundle \"" + code + "\" " + what,
                "Correct what is in it: in the file with the structure of items, or in the options of the step that takes bundles apart.",
                {{"problem", "bundle " + code + " " + what}});
}

double shareOf(const std::vector<BundlePart>& parts, const BundlePart& part) {
    double sum = 0;
    for (const BundlePart& each : parts) {
        if (each.share < 0) {
            return -1;  // only where all of them tell theirs
        }
        sum += each.share;
    }
    return sum > 0 ? part.share / sum : -1;
}

}  // namespace

BundleParts::BundleParts(const SaleSource& source, const StepOptions& options) {
    if (options.flag("file")) {
        readFile(source, options.flag("gifts"));
    }
    readRecipe(source, options.value("parts"));
    refuseCircles(source);
}

void BundleParts::readFile(const SaleSource& source, bool withGifts) {
    for (const ItemLink& link : source.itemLinks()) {
        const bool isGift = link.kind == LinkKind::Gift;
        if (link.kind == LinkKind::Bundle || (isGift && withGifts)) {
            (isGift ? m_gifts : m_bundles)[link.whole.value].push_back({.item = link.part.value,
                                                                        .quantity = toDouble(link.quantity),
                                                                        .share = isMissing(link.share) ? -1 : toDouble(link.share),
                                                                        .first = link.first,
                                                                        .last = link.last});
        }
    }
}

void BundleParts::readRecipe(const SaleSource& source, const nlohmann::json& rows) {
    std::set<std::int32_t> replaced;
    for (const auto& row : rows) {
        const std::int32_t bundle = source.findItem(row.at("bundle"));
        const std::int32_t item = source.findItem(row.at("item"));
        if (bundle == 0 || item == 0) {
            ++m_unknownCodes;
            continue;
        }
        if (replaced.insert(bundle).second) {
            m_bundles[bundle].clear();
        }
        m_bundles[bundle].push_back({.item = item, .quantity = row.value("quantity", 1.0), .share = row.value("share", -1.0)});
    }
}

void BundleParts::refuseCircles(const SaleSource& source) const {
    for (const auto& [bundle, parts] : m_bundles) {
        std::vector<std::int32_t> open{bundle};
        std::size_t held = 0;
        for (std::size_t depth = 0; !open.empty(); ++depth) {
            std::vector<std::int32_t> inside;
            for (const std::int32_t each : open) {
                const auto found = m_bundles.find(each);
                for (const BundlePart& part : found == m_bundles.end() ? std::vector<BundlePart>() : found->second) {
                    inside.push_back(part.item);
                }
            }
            held += inside.size();
            if (std::ranges::find(inside, bundle) != inside.end()) {
                refuse(source, bundle, "holds itself.");
            }
            if (depth > deepest) {
                refuse(source, bundle, "holds bundles in bundles, more than eight deep.");
            }
            if (held > mostParts) {
                refuse(source, bundle, "holds more than 500 parts.");
            }
            open = std::move(inside);
        }
    }
}

void BundleParts::append(std::int32_t bundle, Day day, double quantity, double share, std::size_t depth,
                         std::vector<BundlePart>& parts) const {
    std::vector<BundlePart> own = m_bundles.at(bundle);
    std::erase_if(own, [day](const BundlePart& part) { return !part.isInForce(day); });
    for (const BundlePart& part : own) {
        const double of = shareOf(own, part);
        const BundlePart inside{.item = part.item, .quantity = quantity * part.quantity, .share = share < 0 || of < 0 ? -1 : share * of};
        std::vector<BundlePart> deeper;
        if (depth < deepest && isBundle(part.item)) {
            append(part.item, day, inside.quantity, inside.share, depth + 1, deeper);
        }
        if (deeper.empty()) {
            deeper.push_back(inside);
        }
        parts.insert(parts.end(), deeper.begin(), deeper.end());
    }
}

std::vector<BundlePart> BundleParts::partsOf(std::int32_t bundle, Day day) const {
    std::vector<BundlePart> parts;
    append(bundle, day, 1, 1, 0, parts);
    return parts;
}

}  // namespace foresell

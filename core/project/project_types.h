// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/period.h"
#include "core/catalog/ids.h"

namespace foresell {

struct ProjectSettings {
    std::string name;
    std::string timeZone = "UTC";  ///< IANA name; days are cut in it
    std::string country;           ///< ISO 3166 alpha-2, for holidays; empty: none
    std::string currency;          ///< ISO 4217; empty: not said
    int weekStart = 0;             ///< 0 Monday .. 6 Sunday
    std::string weeks = "none";    ///< how weeks are numbered: name of a WeekScheme
    int fiscalMonth = 1;           ///< in which the fiscal year begins, where `weeks` leaves it open
    int keepMonths = 0;            ///< single sale lines are kept so long, then their daily sums; 0: for ever
    std::string uuid;              ///< set when the project is created

    bool operator==(const ProjectSettings&) const = default;
};

/// Where an import comes from.
struct ImportSource {
    std::string role = "sales";  ///< sales, plan, items, stock, behaviour, signals, locations, structure
    std::string name;            ///< file name without its folder
    std::int64_t bytes = 0;
    std::string fileDigest;  ///< XXH3-128 of the bytes as read, in hexadecimal
};

/// The rows of an import: read = imported + rejected + duplicate.
struct ImportCounts {
    std::int64_t read = 0;
    std::int64_t imported = 0;
    std::int64_t rejected = 0;
    std::int64_t duplicate = 0;  ///< known from an earlier import
    std::int64_t updated = 0;    ///< of the imported: changed lines of a known order

    bool isBalanced() const { return read == imported + rejected + duplicate; }
    bool operator==(const ImportCounts&) const = default;
};

struct ImportRecord {
    ImportId id;
    ImportSource source;
    std::string state;             ///< loading, done, undone
    std::int64_t finishedAt = 0;   ///< seconds since 1970, UTC
    ImportCounts counts;
    std::string details;  ///< JSON: what was detected
    std::int64_t erased = 0;  ///< of the imported lines: taken out again, or summed by day
};

/// A row that could not be imported.
struct Reject {
    std::int64_t row = 0;    ///< row of the file, 1 = its first
    std::string reason;      ///< stable code: "no_date", "bad_number", ...
    std::string column;      ///< the file's column name; empty where the whole row is meant
    std::string text;        ///< the row's text, cut at 4 KiB
};

struct ItemRecord {
    ItemId id;
    std::string code, name, category, brand;
    Fixed cost = fixedMissing;
    Fixed price = fixedMissing;
    std::string attributes = "{}";  ///< JSON object of further static attributes, values as text or number

    bool operator==(const ItemRecord&) const = default;
};

/// How two items belong together.
enum class LinkKind {
    Variant,    ///< the whole is a style, the part one of its sizes or colours
    Bundle,     ///< the whole is sold and holds the part
    Gift,       ///< the part comes with the whole
    Successor,  ///< the whole is the new item, the part the one that it replaces
};

/// "variant", "bundle", "gift", "successor".
const char* linkKindName(LinkKind kind);
std::optional<LinkKind> linkKindFromName(std::string_view name);

struct ItemLink {
    LinkKind kind = LinkKind::Bundle;
    ItemId whole, part;
    Fixed quantity = fixedOne;  ///< units of the part in one of the whole; of the new item in one of the old
    Fixed share = fixedMissing;  ///< of a bundle's money, on whatever scale; fixedMissing: by price
    std::string size;            ///< of a variant, as it is called across styles; empty: not told
    Day first = noDay, last = noDay;  ///< of bundles and gifts; noDay: always

    bool operator==(const ItemLink&) const = default;
};

/// A location or a channel.
struct PlaceRecord {
    std::int32_t id = 0;
    std::string code, name;
    std::string attributes = "{}";

    bool operator==(const PlaceRecord&) const = default;
};

/// Numbers by day as columns: a plan's known-future covariates, signals from around the shop, what people did, or stock
/// ("stock" in units, "availability" 0..1). One row a key and day, one column a covariate. Key parts that the file does not
/// give are 0 and then mean "all". NaN = it does not say; a row of stock that says nothing ends what was told before it. `knownFrom` = noDay: known as long ahead as needed.
struct PlanBatch {
    std::vector<std::string> names;
    std::vector<std::int32_t> item, location, channel;
    std::vector<Day> day;
    std::vector<Day> knownFrom;
    std::vector<std::vector<double>> values;  ///< names x rows

    std::size_t size() const { return day.size(); }
};

struct RunRecord {
    RunId id;
    std::int64_t createdAt = 0;  ///< seconds since 1970, UTC
    std::string state = "running";  ///< running, done, failed, cancelled
    std::string options = "{}";     ///< JSON of TrainingOptions
    std::string result = "{}";      ///< JSON: scores, verdict, receipt, curves
    std::string dataHash;
    bool hasModel = false;
};

/// What part of a style's demand goes to one of its variants: a line of its size curve.
struct SizeShare {
    ItemId style, item;
    std::string size;   ///< as ItemLink::size
    double units = 0;   ///< that the variant sold over the last year, with what was wanted while it was out of stock
    double share = 0;   ///< 0..1; those of a style sum to 1

    bool operator==(const SizeShare&) const = default;
};

/// What was sold and what is learnt from, by series and period, for the window and the report. Series are in the order of
/// the panel that the run was trained on. Rows are series, columns periods.
struct SeriesHistory {
    PeriodAxis axis;
    std::int32_t firstPeriod = 0;
    std::int32_t periods = 0;
    std::vector<SeriesKey> keys;
    std::vector<float> sold;            ///< units as imported, returns subtracted
    std::vector<float> demand;          ///< after cleaning
    std::vector<std::uint8_t> state;    ///< CellState of core/dataset/panel.h
    std::vector<float> price;           ///< by series: last known price a unit; NaN = unknown
    /// By series, over the held-out periods: units by which the run's method was off, and units sold, both absolute and
    /// summed; NaN where the series was not judged. Their ratio is the series' WAPE.
    std::vector<float> heldOutError, heldOutSales;
    std::vector<SizeShare> sizes = {};  ///< where styles were learnt instead of their sizes; in the order of style and item
};

/// An issued forecast: immutable per run and origin. Rows are the series of the run's SeriesHistory.
struct ForecastRecord {
    RunId run;
    Day origin = noDay;  ///< last day that the forecast has seen
    PeriodAxis axis;
    std::int32_t firstPeriod = 0;  ///< first forecast period
    std::int32_t horizon = 0;
    std::vector<double> levels;
    std::vector<SeriesKey> keys;
    std::vector<float> mean;            ///< series x horizon
    std::vector<float> quantiles;       ///< series x horizon x levels
    std::vector<float> totalMean;       ///< whole shop, by step
    std::vector<float> totalQuantiles;  ///< whole shop, step x levels
};

}  // namespace foresell

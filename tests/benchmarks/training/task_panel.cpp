// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/training/task_panel.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace foresell::benchmarks {
namespace {

using Row = std::vector<std::string>;

struct Table {
    Row header;
    std::vector<Row> rows;

    std::size_t column(const std::string& name) const {
        const auto found = std::ranges::find(header, name);
        if (found == header.end()) {
            throw std::runtime_error("no column " + name);
        }
        return static_cast<std::size_t>(found - header.begin());
    }
};

Row split(const std::string& line) {
    Row fields(1);
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

Table readTable(const std::filesystem::path& path) {
    Table table;
    gzFile file = gzopen(path.c_str(), "rb");
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    char buffer[65536];
    while (gzgets(file, buffer, sizeof buffer)) {
        std::string line(buffer);
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
            line.pop_back();
        }
        if (table.header.empty()) {
            table.header = split(line);
        } else {
            table.rows.push_back(split(line));
        }
    }
    gzclose(file);
    return table;
}

class Builder {
public:
    Builder(const std::filesystem::path& folder, int earlier) : m_folder(folder) {
        std::ifstream(folder / "task.json") >> m_json;
        m_task.horizon = m_json.at("horizon");
        m_task.metric = m_json.at("metric");
        m_task.ids = m_json.at("ids").get<Row>();
        m_task.panel.axis = axisOf(m_json.at("freq"));
        m_sales = readTable(folder / "sales.csv.gz");
        m_truth = readTable(folder / "truth.csv.gz");
        collectSeries();
        m_task.panel.periods = m_last - m_first + 1 - earlier;
        m_task.panel.futurePeriods = m_task.horizon;
        fillTarget();
        if (!m_json.at("known").empty()) {
            fillPlan();
        }
        if (!m_json.at("static").empty()) {
            fillStatics();
        }
        if (std::filesystem::exists(folder / "weights.csv.gz")) {
            fillWeights();
        }
    }

    Task take() { return std::move(m_task); }

private:
    static PeriodAxis axisOf(const std::string& frequency) {
        if (frequency == "D") {
            return {};
        }
        if (frequency == "MS") {
            return {.kind = PeriodKind::Month};
        }
        const bool isWednesday = frequency == "W-WED";
        return {.kind = PeriodKind::Week, .firstWeekday = isWednesday ? 3 : 0, .labelWeekday = isWednesday ? 2 : 0};
    }

    Row idsOf(const Table& table, const Row& row) const {
        Row values;
        for (const std::string& id : m_task.ids) {
            values.push_back(row[table.column(id)]);
        }
        return values;
    }

    int columnOf(const Table& table, const Row& row) const {
        return m_task.panel.axis.indexOf(fromIso(row[table.column("date")].substr(0, 10)).value()) - m_first;
    }

    void collectSeries() {
        std::set<Row> all;
        int first = INT32_MAX;
        int last = INT32_MIN;
        for (const Row& row : m_sales.rows) {
            all.insert(idsOf(m_sales, row));
            const int period = columnOf(m_sales, row);
            first = std::min(first, period);
            last = std::max(last, period);
        }
        m_first = first;
        m_last = last;
        m_task.panel.firstPeriod = first;
        for (const Row& ids : all) {
            m_index[ids] = m_task.idValues.size();
            m_task.idValues.push_back(ids);
            std::string item, location;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                const bool isPlace = m_task.ids[i].starts_with("store") && ids.size() > 1;
                (isPlace ? location : item) += (isPlace || item.empty() ? "" : "|") + ids[i];
            }
            m_task.panel.keys.emplace_back();
            m_task.panel.itemCodes.push_back(item);
            m_task.panel.locationCodes.push_back(location);
            m_task.panel.channelCodes.emplace_back();
        }
    }

    void fillTarget() {
        Panel& panel = m_task.panel;
        const std::size_t count = m_index.size();
        const auto width = static_cast<std::size_t>(m_last - m_first + 1 + m_task.horizon);
        std::vector<float> all(count * width, NAN);
        for (const Table* table : {&m_sales, &m_truth}) {
            for (const Row& row : table->rows) {
                const auto found = m_index.find(idsOf(*table, row));
                const int column = columnOf(*table, row);
                if (found != m_index.end() && column >= 0 && column < static_cast<int>(width)) {
                    all[found->second * width + static_cast<std::size_t>(column)] =
                        std::stof(row[table->column("quantity")]);
                }
            }
        }
        const std::string gaps = m_json.at("gaps");
        const CellState absent = gaps == "zero" ? CellState::Sold : gaps == "missing" ? CellState::Gap : CellState::Closed;
        for (std::size_t series = 0; series < count; ++series) {
            const float* row = all.data() + series * width;
            int begin = 0;
            while (begin < panel.periods - 1 && std::isnan(row[begin])) {
                ++begin;
            }
            panel.begin.push_back(begin);
            for (int column = 0; column < panel.periods; ++column) {
                const bool isThere = !std::isnan(row[column]);
                panel.target.push_back(isThere ? row[column] : 0.0f);
                panel.state.push_back(column < begin ? CellState::BeforeStart : isThere ? CellState::Sold : absent);
            }
            for (int step = 0; step < m_task.horizon; ++step) {
                const float value = row[panel.periods + step];
                m_task.truth.push_back(std::isnan(value) && gaps == "zero" ? 0.0f : value);
            }
        }
    }

    void fillPlan() {
        const Table plan = readTable(m_folder / "plan.csv.gz");
        const auto width = static_cast<std::size_t>(m_task.panel.periods + m_task.horizon);
        Row names = m_json.at("known").get<Row>();
        for (const std::string& name : names) {
            Covariate covariate{.name = name, .shared = false, .isBinary = true, .values = {}, .isKnown = {}};
            covariate.values.assign(m_index.size() * width, NAN);
            const std::size_t place = plan.column(name);
            for (const Row& row : plan.rows) {
                const auto found = m_index.find(idsOf(plan, row));
                const int column = columnOf(plan, row);
                if (found != m_index.end() && column >= 0 && column < static_cast<int>(width) && !row[place].empty()) {
                    const float value = std::stof(row[place]);
                    covariate.values[found->second * width + static_cast<std::size_t>(column)] = value;
                    covariate.isBinary = covariate.isBinary && (value == 0 || value == 1);
                }
            }
            for (std::size_t series = 0; series < m_index.size(); ++series) {
                float last = NAN;
                for (std::size_t i = 0; i < 2 * width; ++i) {  // forward, then the first known value backward
                    const std::size_t at = series * width + (i < width ? i : 2 * width - 1 - i);
                    last = std::isnan(covariate.values[at]) ? last : covariate.values[at];
                    covariate.values[at] = last;
                }
            }
            m_task.panel.knownFuture.push_back(std::move(covariate));
        }
    }

    void fillStatics() {
        const Table items = readTable(m_folder / "items.csv.gz");
        for (const std::string& name : m_json.at("static").get<Row>()) {
            StaticFeature feature{.name = name, .cardinality = 0, .codes = {}, .values = {}};
            std::map<std::string, std::string> bySeries;
            std::vector<std::string> values(m_index.size());
            std::set<std::string> distinct;
            for (const Row& row : items.rows) {
                if (const auto found = m_index.find(idsOf(items, row)); found != m_index.end()) {
                    values[found->second] = row[items.column(name)];
                    distinct.insert(row[items.column(name)]);
                }
            }
            const bool isNumber = distinct.size() > 30 && std::ranges::all_of(distinct, [](const std::string& text) {
                                      return text.find_first_not_of("0123456789.-") == std::string::npos;
                                  });
            for (const std::string& value : values) {
                if (isNumber) {
                    feature.values.push_back(value.empty() ? 0.0f : std::log1p(std::stof(value)));
                } else {
                    feature.codes.push_back(static_cast<std::int32_t>(
                        value.empty() ? 0 : std::distance(distinct.begin(), distinct.find(value)) + 1));
                }
            }
            feature.cardinality = isNumber ? 0 : static_cast<int>(distinct.size()) + 1;
            m_task.panel.statics.push_back(std::move(feature));
        }
    }

    void fillWeights() {
        const Table table = readTable(m_folder / "weights.csv.gz");
        std::map<std::string, const Row*> rows;
        for (const Row& row : table.rows) {
            rows[row[table.column("uid")]] = &row;
        }
        for (const Row& ids : m_task.idValues) {
            std::string uid;
            for (const std::string& id : ids) {
                uid += (uid.empty() ? "" : "|") + id;
            }
            m_task.levels.push_back(rows.at(uid)->at(table.column("level")));
            m_task.weights.push_back(std::stod(rows.at(uid)->at(table.column("weight"))));
        }
    }

    std::filesystem::path m_folder;
    nlohmann::json m_json;
    Task m_task;
    Table m_sales, m_truth;
    std::map<Row, std::size_t> m_index;
    int m_first = 0;
    int m_last = 0;
};

}  // namespace

Task readTask(const std::filesystem::path& folder, int earlier) {
    return Builder(folder, earlier).take();
}

}  // namespace foresell::benchmarks

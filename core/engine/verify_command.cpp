// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/project/week_settings.h"

namespace foresell {

namespace {

/// Reads every part of a project once and notes what cannot be read.
class Verification {
public:
    Verification(const ProjectReader& reader, const JobControl& job, VerifyOutcome& outcome)
        : m_reader(reader), m_job(job), m_outcome(outcome) {}

    void run() {
        m_job.report({"verifying", 0, 0, "chunks", -1, "Comparing checksums", {}});
        check("pages", [&] { m_reader.checkPages(); });
        const auto chunks = m_reader.chunks();
        std::int64_t done = 0;
        for (const ChunkInfo& chunk : chunks) {
            m_job.report({"verifying", done++, std::ssize(chunks), "chunks", -1, "Comparing checksums", {}});
            checkChunk(chunk);
        }
        check("plan", [&] { m_reader.readPlan([](const PlanBatch&) {}); });
        check("items", [&] { m_reader.items(); });
        check("locations", [&] { m_reader.locations(); });
        check("channels", [&] { m_reader.channels(); });
        for (const ImportRecord& import : m_reader.imports()) {
            if (import.state == "done" && !import.counts.isBalanced()) {
                m_outcome.problems.push_back("the rows of import " + std::to_string(import.id.value) +
                                             " do not add up");
            }
        }
        for (const RunRecord& run : m_reader.runs()) {
            checkRun(run);
        }
    }

private:
    template <typename Read>
    void check(const std::string& what, Read read) {
        m_job.throwIfCancelled();
        try {
            read();
            ++m_outcome.checked;
        } catch (const Error& error) {
            m_outcome.problems.push_back(what + ": " + error.what());
        }
    }

    void checkChunk(const ChunkInfo& chunk) {
        const std::string name = "sale lines, chunk " + std::to_string(chunk.id);
        SaleBatch lines;
        std::vector<Digest> digests;
        check(name, [&] { m_reader.readChunk(chunk.id, lines); });
        check(name + ", contents", [&] { m_reader.readContents(chunk.id); });
        check(name + ", digests", [&] { m_reader.readDigests(chunk.id, digests); });
        check(name + ", marks", [&] { m_reader.readMarks(chunk.id); });
    }

    void checkRun(const RunRecord& run) {
        const std::string name = "run " + std::to_string(run.id.value);
        if (run.hasModel) {
            check(name + ", model", [&] { m_reader.model(run.id); });
        }
        if (run.state == "done") {
            check(name + ", history", [&] { m_reader.history(run.id); });
            check(name + ", forecast", [&] { m_reader.forecast(run.id); });
        }
    }

    const ProjectReader& m_reader;
    const JobControl& m_job;
    VerifyOutcome& m_outcome;
};

/// A path beside the project that is not in use.
std::filesystem::path rescuePath(const std::filesystem::path& path) {
    std::filesystem::path rescue;
    int number = 1;
    do {
        rescue = path;
        rescue.replace_filename(path.stem().string() + "-rescued" +
                                (number > 1 ? "-" + std::to_string(number) : "") + path.extension().string());
        ++number;
    } while (std::filesystem::exists(rescue));
    return rescue;
}

/// A damaged file's settings, which may say what cannot be meant.
ProjectSettings usableSettings(const ProjectReader& from) {
    ProjectSettings settings = from.settings();
    if (!fiscalCalendarOf(settings).hasWeeks()) {
        settings.weeks = "none";
        settings.fiscalMonth = std::clamp(settings.fiscalMonth, 1, 12);
        settings.weekStart = std::clamp(settings.weekStart, 0, 6);
    }
    return settings;
}

class Rescue {
public:
    Rescue(const ProjectReader& from, const std::filesystem::path& to, const JobControl& job)
        : m_from(from), m_to(ProjectWriter::create(to, usableSettings(from))), m_job(job) {}

    void run() {
        for (const ImportRecord& import : m_from.imports()) {
            if (import.state == "done" && import.source.role == "sales") {
                copySales(import);
            }
        }
        copyPlan();
        if (const std::string recipe = m_from.recipe(); !recipe.empty()) {
            m_to->setRecipe(recipe);
        }
        if (const std::string calendar = m_from.calendarEdits(); !calendar.empty()) {
            m_to->setCalendarEdits(calendar);
        }
        m_to->close();
    }

private:
    void copySales(const ImportRecord& import) {
        const ImportId target = m_to->beginImport(import.source);
        ImportCounts counts = import.counts;
        counts.imported = 0;
        SaleBatch lines;
        for (const ChunkInfo& chunk : m_from.chunks()) {
            m_job.throwIfCancelled();
            if (chunk.import != import.id) {
                continue;
            }
            try {
                lines.clear();
                m_from.readChunk(chunk.id, lines);
                m_from.readDigests(chunk.id, lines.digest);
                m_to->appendSales(target, encodeSaleChunk(lines));
                counts.imported += std::ssize(lines.day);
            } catch (const Error&) {  // this chunk is lost
            }
        }
        counts.read = counts.imported + counts.rejected + counts.duplicate;
        m_to->finishImport(target, counts, takeDictionaries(), import.details);
    }

    void copyPlan() {
        const ImportId target = m_to->beginImport({"plan", "rescued plan", 0, {}});
        ImportCounts counts;
        try {
            m_from.readPlan([&](const PlanBatch& batch) {
                m_to->appendPlan(target, batch);
                counts.imported += std::ssize(batch.day);
            });
        } catch (const Error&) {  // the rest of the plan is lost
        }
        counts.read = counts.imported;
        if (counts.read == 0) {
            m_to->abandonImport(target);
            return;
        }
        m_to->finishImport(target, counts, takeDictionaries(), "{}");
    }

    ProjectWriter::Dictionaries takeDictionaries() {
        if (m_hasDictionaries) {
            return {};
        }
        m_hasDictionaries = true;
        return {m_from.items(), m_from.locations(), m_from.channels(), m_from.links()};
    }

    const ProjectReader& m_from;
    std::unique_ptr<ProjectWriter> m_to;
    const JobControl& m_job;
    bool m_hasDictionaries = false;
};

}  // namespace

VerifyOutcome verifyProject(const std::filesystem::path& path, const JobControl& job) {
    VerifyOutcome outcome;
    try {
        Verification(*ProjectReader::open(path), job, outcome).run();
    } catch (const Error& error) {
        if (error.code() != "project.damaged") {
            throw;
        }
        outcome.problems.emplace_back(error.what());
    }
    outcome.isSound = outcome.problems.empty();
    if (outcome.isSound) {
        return outcome;
    }
    const std::filesystem::path rescue = rescuePath(path);
    try {
        const auto reader = ProjectReader::openDamaged(path);
        Rescue(*reader, rescue, job).run();
        outcome.rescued = rescue.string();
    } catch (const Error& error) {
        outcome.problems.push_back(std::string("a copy could not be made: ") + error.what());
        std::error_code ignored;
        std::filesystem::remove(rescue, ignored);
    }
    return outcome;
}

}  // namespace foresell

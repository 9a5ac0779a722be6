// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/erasure.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

#include "core/privacy/erasure_proof.h"

namespace foresell {

namespace {

constexpr std::size_t mostDigests = 20'000;
constexpr std::int64_t rejectsAtOnce = 1000;

Fixed moneyOf(const SaleBatch& lines, std::size_t row) {
    if (!isMissing(lines.amount[row])) {
        return lines.amount[row];
    }
    const bool isKnown = !isMissing(lines.price[row]) && !isMissing(lines.quantity[row]);
    return isKnown ? toFixed(std::clamp(toDouble(lines.price[row]) * toDouble(lines.quantity[row]), -9e14, 9e14)) : 0;
}

void addTo(Fixed& sum, Fixed value) {
    if (__builtin_add_overflow(sum, value, &sum)) {
        sum = value < 0 ? INT64_MIN + 1 : INT64_MAX;
    }
}

/// Takes out the lines of a selection, and remembers by what they could be found.
class Erasing : public SaleRewrite {
public:
    Erasing(const LineSelection& selection, const ProjectReader& project) : m_selection(selection) {
        if (selection.isByDate()) {
            m_imports = importsBefore(project, selection.before());
        }
    }

    bool concerns(const ChunkInfo& chunk) const override { return m_selection.concerns(chunk); }

    void choose(const ChunkInfo&, const SaleBatch& lines, const std::optional<ChunkMarks>&, std::vector<bool>& goes) override {
        for (std::size_t row = 0; row < lines.size(); ++row) {
            goes[row] = m_selection.contains(lines, row);
            if (goes[row] && m_digests.size() < mostDigests) {
                m_digests.push_back(lines.digest[row]);
            }
        }
    }

    bool erasesText(ImportId import, const Reject& reject) const override {
        if (!m_selection.isByDate()) {
            return m_selection.isNamedIn(reject.text);
        }
        return std::ranges::find(m_imports, import) != m_imports.end();
    }

    const std::vector<Digest>& digests() const { return m_digests; }

private:
    const LineSelection& m_selection;
    std::vector<ImportId> m_imports;  ///< all of whose lines go, by date
    std::vector<Digest> m_digests;
};

}  // namespace

ErasurePreview previewErasure(const ProjectReader& project, const ErasureRequest& request,
                              const JobControl& job) {
    const LineSelection selection(request, project, job);
    const Erasing erasing(selection, project);
    ErasurePreview preview;
    SaleBatch lines;
    std::unordered_set<std::string> orders;
    for (const ChunkInfo& chunk : project.chunks()) {
        job.throwIfCancelled();
        if (!selection.concerns(chunk)) {
            preview.linesLeft += chunk.lines;
            continue;
        }
        project.readChunk(chunk.id, lines);
        for (std::size_t row = 0; row < lines.size(); ++row) {
            if (!selection.contains(lines, row)) {
                ++preview.linesLeft;
                continue;
            }
            ++preview.lines;
            addTo(preview.units, isMissing(lines.quantity[row]) ? 0 : lines.quantity[row]);
            addTo(preview.money, moneyOf(lines, row));
            preview.firstDay = preview.firstDay == noDay ? lines.day[row] : std::min(preview.firstDay, lines.day[row]);
            preview.lastDay = std::max(preview.lastDay, lines.day[row]);
            if (!lines.order.at(row).empty()) {
                orders.emplace(lines.order.at(row));
            }
        }
    }
    preview.orders = std::ssize(orders);
    for (const ImportRecord& import : project.imports()) {
        preview.undoneImports += import.state == "undone" ? 1 : 0;
        std::int64_t offset = 0;
        for (auto page = project.rejects(import.id, 0, rejectsAtOnce); !page.empty();
             page = project.rejects(import.id, offset, rejectsAtOnce)) {
            offset += std::ssize(page);
            preview.rejectTexts += std::count_if(page.begin(), page.end(), [&](const Reject& reject) {
                return !reject.text.empty() && erasing.erasesText(import.id, reject);
            });
        }
    }
    preview.undoSteps = project.undoSteps();
    preview.backups = filesBelow(backupFolderOf(project.path()));
    preview.runs = std::ssize(project.runs());
    return preview;
}

ErasureOutcome eraseSales(ProjectWriter& project, const ErasureRequest& request, const std::filesystem::path& checkpoints,
                          const JobControl& job) {
    const auto start = std::chrono::steady_clock::now();
    ErasureOutcome outcome;
    const auto reader = ProjectReader::open(project.path());
    if (const ErasurePreview found = previewErasure(*reader, request, job); found.lines == 0 && found.rejectTexts == 0) {
        return outcome;
    }
    const LineSelection selection(request, *reader, job);
    Erasing erasing(selection, *reader);
    outcome.erased = project.rewriteSales(erasing, selection.before(), job);
    const ErasedLines erased{selection.texts(), erasing.digests(),
                             [&](const SaleBatch& lines, std::size_t row) { return selection.contains(lines, row); }};
    purgeAndProve(project, erased, checkpoints, job, outcome);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

}  // namespace foresell

// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "core/engine/text_output.h"

namespace foresell {

std::string toText(const ErasurePreview& preview) {
    if (preview.lines == 0) {
        return fmt::format("No sale line matches; {} rejected rows name it.\n", preview.rejectTexts);
    }
    return fmt::format(
        "Would erase {} sale lines of {} orders, {} to {}: {} units, {} of money. {} lines stay.\n"
        "  also the texts of {} rejected rows, {} undo steps, {} imports that were taken back, {} backups\n"
        "  {} trainings have learnt from these lines: train again afterwards\n"
        "Nothing undoes it.\n",
        preview.lines, preview.orders, toIso(preview.firstDay), toIso(preview.lastDay), toDouble(preview.units),
        toDouble(preview.money), preview.linesLeft, preview.rejectTexts, preview.undoSteps, preview.undoneImports,
        preview.backups, preview.runs);
}

std::string toText(const ErasureOutcome& outcome) {
    if (outcome.erased.lines == 0 && outcome.erased.rejectTexts == 0) {
        return "Nothing had to be erased.\n";
    }
    std::string text = fmt::format("Erased {} sale lines in {} chunks", outcome.erased.lines, outcome.erased.chunks);
    if (outcome.erased.standIns > 0) {
        text += fmt::format("; {} sums by day stand for them", outcome.erased.standIns);
    }
    text += fmt::format("\n  texts of rejected rows {}, undo steps {}, imports taken back {}, backups {}, states of trainings {}\n",
                        outcome.erased.rejectTexts, outcome.erased.undoSteps, outcome.erased.undoneImports, outcome.purge.backups,
                        outcome.checkpoints);
    const ErasureProof& proof = outcome.proof;
    text += fmt::format("  looked for {} texts and digests in every byte of {} files ({:.1f} MB) and read every line again: {}\n",
                        proof.needles, proof.files, static_cast<double>(proof.bytes) / 1e6,
                        proof.isClean() ? "nothing is left" : "NOT ALL IS GONE");
    if (proof.linesLeft > 0) {
        text += fmt::format("  {} lines still match\n", proof.linesLeft);
    }
    for (const ByteScan::Find& find : proof.finds) {
        text += fmt::format("  found in {} at byte {}\n", find.what, find.offset);
    }
    return text;
}

std::string toText(const RetentionPreview& preview) {
    if (preview.lines == 0) {
        return "No single sale line is old enough to be summed.\n";
    }
    return fmt::format(
        "Would sum {} single sale lines before {} by day, item, location and channel; {} lines stay as they are.\n"
        "  {} of them were set aside by cleaning and are dropped\nNothing undoes it.\n",
        preview.lines, toIso(preview.from), preview.linesLeft, preview.setAside);
}

}  // namespace foresell

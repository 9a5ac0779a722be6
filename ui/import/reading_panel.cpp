// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/reading_panel.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/import/import_words.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr int foldBelow = 1280;

struct FieldRow {
    QString glyph, name, from, sure, why;
};

QWidget* makeFieldRow(const FieldRow& row) {
    auto* line = new QWidget;
    auto* columns = new QHBoxLayout(line);
    columns->setContentsMargins(0, 3, 0, 3);
    columns->setSpacing(8);
    auto* glyph = new QLabel;
    glyph->setPixmap(stateGlyph(row.glyph, Theme::instance().px(16), line->devicePixelRatioF()));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* top = new QHBoxLayout;
    auto* name = makeLabel(13, true);
    name->setText(row.name);
    auto* sure = makeLabel(12, false, "text2");
    sure->setText(row.sure);
    top->addWidget(name, 1);
    top->addWidget(sure);
    auto* from = new ElidedLabel(12, false, "text2");
    from->setText(row.from);
    texts->addLayout(top);
    texts->addWidget(from);
    columns->addWidget(glyph, 0, Qt::AlignTop);
    columns->addLayout(texts, 1);
    line->setToolTip(row.why);
    return line;
}

QWidget* makeCountRow(const QString& name, std::int64_t count, bool isStrong, const char* tone = "") {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    auto* left = makeLabel(13, isStrong, isStrong ? "" : "text2");
    left->setText(name);
    auto* right = makeLabel(13, isStrong, tone);
    right->setText(countText(count));
    row->addWidget(left, 1);
    row->addWidget(right);
    return line;
}

}  // namespace

ReadingPanel::ReadingPanel(QWidget* parent)
    : SidePanel(Edge::Right, 288, foldBelow, parent), m_scroll(new QScrollArea), m_privacy(new NoteCard) {
    rows()->setContentsMargins(16, 16, 16, 16);
    rows()->setSpacing(12);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setObjectName(QStringLiteral("onSide"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    rows()->addWidget(m_scroll, 1);
    rows()->addWidget(m_privacy);
}

void ReadingPanel::show(const ImportPreviewResult& preview, const ImportCounts& counts) {
    setName(tr("What is read"));
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 4, 0);
    rows->setSpacing(0);
    if (counts.read > 0) {
        addCount(rows, counts);
    }
    addFields(rows, preview);
    rows->addStretch();
    m_scroll->setWidget(content);
    const auto personal = std::count_if(preview.columns.begin(), preview.columns.end(),
                                        [](const ImportColumn& column) { return column.use == "personal"; });
    m_privacy->setNote(NoteCard::Tone::Ok, tr("Names and phones stay out"),
                       personal > 0 ? tr("Never read into the project: %n personal column(s). Customers are kept as a keyed code alone.", nullptr,
                                         static_cast<int>(personal))
                                    : tr("Columns that are left out are never stored. Customers are kept as a keyed code alone."));
}

void ReadingPanel::addFields(QVBoxLayout* rows, const ImportPreviewResult& preview) const {
    auto* head = makeLabel(14, true);
    head->setText(tr("What Foresell will read"));
    head->setContentsMargins(0, 0, 32, 8);
    rows->addWidget(head);
    for (const QString& id : fieldsOf(preview.role)) {
        const std::string field = id.toStdString();
        const auto found = std::find_if(preview.columns.begin(), preview.columns.end(),
                                        [&field](const ImportColumn& column) { return column.field == field; });
        FieldRow row{QStringLiteral("ok"), fieldTitle(field), {}, {}, {}};
        if (found != preview.columns.end()) {
            row.from = QString::fromStdString(found->name);
            if (!found->samples.empty()) {
                row.from += QStringLiteral(" · ") + QString::fromStdString(found->samples.front());
            }
            row.glyph = found->confidence < 0.7 ? QStringLiteral("warn") : QStringLiteral("ok");
            row.sure = found->evidence == "given" ? evidenceText(found->evidence) : percentText(found->confidence);
            row.why = tr("%1 sure, %2").arg(percentText(found->confidence), evidenceText(found->evidence));
        } else if (std::find(preview.missing.begin(), preview.missing.end(), field) != preview.missing.end()) {
            row.glyph = QStringLiteral("error");
            row.from = tr("missing: choose its column above the table");
        } else if (preview.role == "sales" && !withoutField(field).isEmpty()) {
            row.glyph = QStringLiteral("open");
            row.from = withoutField(field);
        } else {
            continue;
        }
        rows->addWidget(makeFieldRow(row));
    }
}

void ReadingPanel::addCount(QVBoxLayout* rows, const ImportCounts& counts) const {
    auto* head = makeLabel(14, true);
    head->setText(tr("The count"));
    head->setContentsMargins(0, 0, 32, 6);
    rows->addWidget(head);
    rows->addWidget(makeCountRow(tr("Rows in the file"), counts.read, true));
    rows->addWidget(makeCountRow(tr("To import"), counts.imported, false));
    rows->addWidget(makeCountRow(tr("Known from an earlier import"), counts.duplicate, false));
    rows->addWidget(makeCountRow(tr("Rejected"), counts.rejected, false, counts.rejected > 0 ? "error" : ""));
    auto* sum = makeLabel(12, false, "text2");
    sum->setText(QStringLiteral("%1 + %2 + %3 = %4").arg(countText(counts.imported), countText(counts.duplicate),
                                                        countText(counts.rejected), countText(counts.read)));
    rows->addWidget(sum);
    rows->addSpacing(12);
    rows->addWidget(makeHairline());
    rows->addSpacing(12);
}

}  // namespace foresell

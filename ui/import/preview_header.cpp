// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/preview_header.h"

#include <QComboBox>
#include <QPainter>

#include "ui/import/import_words.h"
#include "ui/import/preview_model.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int comboHeight = 28;
constexpr int comboRow = 40;
constexpr int nameRow = 28;

}  // namespace

PreviewHeader::PreviewHeader(PreviewModel& model, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_model(model) {
    setSectionsClickable(false);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionResized, this, &PreviewHeader::place);
}

QSize PreviewHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), Theme::instance().px(comboRow + nameRow)};
}

void PreviewHeader::rebuild() {
    qDeleteAll(m_combos);
    m_combos.clear();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_combos.append(makeCombo(column));
        m_combos.back()->show();
    }
    // Tab goes through the columns from left to right.
    for (int visual = 1; visual < m_combos.size() && visual < count(); ++visual) {
        setTabOrder(m_combos[logicalIndex(visual - 1)], m_combos[logicalIndex(visual)]);
    }
    place();
}

void PreviewHeader::putUsedFirst() {
    const ImportPreviewResult& preview = m_model.preview();
    int to = 0;
    for (const QString& field : fieldsOf(preview.role)) {
        for (int column = 0; column < m_model.columnCount(); ++column) {
            if (preview.columns[static_cast<std::size_t>(column)].field == field.toStdString()) {
                moveSection(visualIndex(column), to++);
            }
        }
    }
}

QComboBox* PreviewHeader::makeCombo(int column) {
    const ImportPreviewResult& preview = m_model.preview();
    const ImportColumn& each = preview.columns[static_cast<std::size_t>(column)];
    auto* combo = new QComboBox(viewport());
    combo->setProperty("control", QStringLiteral("tool"));
    combo->setProperty("mapped", !each.field.empty());
    combo->addItem(useTitle(each.field.empty() ? each.use : preview.role == "sales" ? "ignored" : "covariate"), QString());
    for (const QString& field : fieldsOf(preview.role)) {
        combo->addItem(fieldTitle(field.toStdString()), field);
    }
    const QString current = QString::fromStdString(each.field);
    if (combo->findData(current) < 0) {
        combo->addItem(fieldTitle(each.field), current);
    }
    combo->setCurrentIndex(combo->findData(current));
    const QString why = evidenceText(each.evidence);
    combo->setToolTip(each.field.empty() ? why : tr("%1 sure, %2").arg(percentText(each.confidence), why));
    combo->setAccessibleName(tr("What the column %1 is").arg(QString::fromStdString(each.name)));
    connect(combo, &QComboBox::activated, this, [this, column, combo] { emit fieldChosen(column, combo->currentData().toString()); });
    return combo;
}

int PreviewHeader::hiddenToTheRight() const {
    int hidden = 0;
    for (int column = 0; column < count(); ++column) {
        hidden += sectionViewportPosition(column) + sectionSize(column) > viewport()->width() + 8 ? 1 : 0;
    }
    return hidden;
}

void PreviewHeader::place() {
    const Theme& theme = Theme::instance();
    for (int column = 0; column < m_combos.size() && column < count(); ++column) {
        m_combos[column]->setGeometry(sectionViewportPosition(column) + 4, (theme.px(comboRow) - theme.px(comboHeight)) / 2,
                                      sectionSize(column) - 8, theme.px(comboHeight));
    }
}

void PreviewHeader::updateGeometries() {
    QHeaderView::updateGeometries();
    place();
}

bool PreviewHeader::viewportEvent(QEvent* event) {
    const bool isDone = QHeaderView::viewportEvent(event);
    if (event->type() == QEvent::Paint) {
        place();  // the header scrolls by painting elsewhere
    }
    return isDone;
}

void PreviewHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    const Theme& theme = Theme::instance();
    painter->fillRect(rect, theme.color(Role::Surface));
    const QRect name = rect.adjusted(0, theme.px(comboRow), 0, 0);
    painter->fillRect(name, theme.color(Role::Subtle));
    painter->setPen(theme.color(Role::Line));
    painter->drawLine(name.bottomLeft(), name.bottomRight());
    painter->setFont(theme.font(12));
    painter->setPen(theme.color(Role::Text2));
    const QRect text = name.adjusted(8, 0, -8, 0);
    const auto side = m_model.isNumber(logicalIndex) ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(text, side | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(m_model.headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString(),
                                                        Qt::ElideMiddle, text.width()));
}

}  // namespace foresell

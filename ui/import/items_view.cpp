// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/items_view.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/protocol/methods.h"
#include "core/protocol/quality_messages.h"
#include "ui/import/item_quality_model.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

ItemsView::ItemsView(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ItemQualityModel(this)), m_kind(new QComboBox), m_count(makeLabel(12, false, "text2")), m_none(makeLabel(13, false, "text2")),
      m_lines(makeButton("plain")), m_export(makeButton("plain")), m_table(new QTableView) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 0, 16, 16);
    rows->setSpacing(8);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(8);
    bar->addWidget(m_kind);
    bar->addWidget(m_count, 1);
    for (QPushButton* button : {m_lines, m_export}) {
        button->setProperty("control", QStringLiteral("tool"));
        bar->addWidget(button);
    }
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    rows->addLayout(bar);
    styleTable(m_table);
    enableCopy(m_table);
    m_table->setModel(m_model);
    showWhenEmpty(m_none, m_table);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(ItemQualityModel::Name, QHeaderView::Stretch);
    const int widths[] = {110, 0, 120, 120, 70, 110, 100, 110};
    for (int column = 0; column < ItemQualityModel::ColumnCount; ++column) {
        if (column != ItemQualityModel::Name) {
            m_table->setColumnWidth(column, widths[column]);
        }
    }
    rows->addWidget(m_table, 1);
    connect(m_kind, &QComboBox::activated, this, [this] { show(m_kind->currentData().toString()); });
    connect(m_table, &QTableView::activated, this, &ItemsView::openLines);
    connect(m_lines, &QPushButton::clicked, this, [this] { openLines(m_table->currentIndex()); });
    connect(m_export, &QPushButton::clicked, this, &ItemsView::exportItems);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { m_lines->setEnabled(now.isValid()); });
    retranslate();
}

void ItemsView::show(const QString& kind) {
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    if (kind != m_shown || m_revision != m_session.facts().revision) {
        load();
    }
}

void ItemsView::activate() {
    if (m_session.facts().lines > 0 && m_revision != m_session.facts().revision) {
        load();
    }
}

void ItemsView::load() {
    if (!m_session.isOpen()) {
        return;
    }
    m_revision = m_session.facts().revision;
    m_shown = m_kind->currentData().toString();
    m_session.engine().call(method::dataItems, ItemQualityRequest{m_shown.toStdString(), 1000},
                            {.context = this,
                             .succeeded =
                                 [this, kind = m_shown](const nlohmann::json& json) {
                                     if (kind != m_shown) {
                                         return;
                                     }
                                     auto page = json.get<ItemQualityPage>();
                                     m_total = page.total;
                                     const auto shown = std::ssize(page.items);
                                     m_model->setItems(std::move(page.items));
                                     m_lines->setEnabled(false);
                                     m_export->setEnabled(shown > 0);
                                     m_count->setText(shown < m_total ? tr("The first %1 of %2 items").arg(numberText(static_cast<double>(shown)), numberText(static_cast<double>(m_total)))
                                                                      : tr("%n item(s)", nullptr, static_cast<int>(m_total)));
                                 },
                             .failed = [this](const ErrorBody& error) { emit m_session.failed(error); }});
}

void ItemsView::openLines(const QModelIndex& index) {
    if (index.isValid()) {
        emit linesWanted(QString::fromStdString(m_model->at(index.row()).code));
    }
}

void ItemsView::exportItems() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export items"), QStringLiteral("items.csv"), tr("Tables (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        exportCsv(*m_model, file);
    } catch (const Error& error) {
        emit m_session.failed(ErrorBody::fromError(error));
    }
}

void ItemsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ItemsView::retranslate() {
    const QVariant kind = m_kind->currentData();
    m_kind->clear();
    const std::pair<QString, const char*> kinds[] = {{tr("All items"), ""}, {tr("New items"), "new"}, {tr("Ended items"), "ended"},
                                                     {tr("Most days without sales"), "gaps"}, {tr("Sold out"), "sold_out"}};
    for (const auto& [text, value] : kinds) {
        m_kind->addItem(text, QString::fromLatin1(value));
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    m_kind->setAccessibleName(tr("Which items"));
    m_lines->setText(tr("Show its lines"));
    m_lines->setEnabled(false);
    m_export->setText(tr("Export…"));
    m_table->setAccessibleName(tr("Items"));
    m_none->setText(tr("No item is like this."));
    m_revision = -1;
    if (isVisible()) {
        activate();
    }
}

}  // namespace foresell

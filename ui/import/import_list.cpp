// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_list.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QDateTime>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "ui/import/import_words.h"
#include "ui/import/reject_model.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

QString count(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

constexpr int rejectsShown = 1000;

}  // namespace

void ImportListModel::setImports(std::vector<ImportRecord> imports) {
    beginResetModel();
    m_imports = std::move(imports);
    endResetModel();
}

int ImportListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_imports.size());
}

int ImportListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(index.column() >= Read ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const ImportRecord& record = at(index.row());
    switch (index.column()) {
        case File: return QString::fromStdString(record.source.name);
        case Kind: return roleTitle(record.source.role);
        case When: return QLocale().toString(QDateTime::fromSecsSinceEpoch(record.finishedAt), QLocale::ShortFormat);
        case Read: return count(record.counts.read);
        case Imported: return count(record.counts.imported);
        case Duplicate: return count(record.counts.duplicate);
        case Rejected: return count(record.counts.rejected);
        default: return {};
    }
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(section >= Read ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("File"), tr("What it is"), tr("Imported on"), tr("Rows read"),
                             tr("Imported"), tr("Known before"), tr("Rejected")};
    return names[section];
}

ImportList::ImportList(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ImportListModel(this)), m_rejects(new RejectModel(this)),
      m_table(new QTableView), m_rejectTable(new QTableView), m_sum(makeLabel(13)), m_rejectHead(makeLabel(14, true)),
      m_head(makeLabel(14, true)), m_takeBack(makeButton("plain")) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(m_head);
    top->addWidget(m_sum, 1);
    m_takeBack->setProperty("control", QStringLiteral("tool"));
    top->addWidget(m_takeBack);
    layout->addLayout(top);
    for (QTableView* table : {m_table, m_rejectTable}) {
        styleTable(table);
    }
    m_table->setModel(m_model);
    m_rejectTable->setModel(m_rejects);
    m_table->horizontalHeader()->setSectionResizeMode(ImportListModel::File, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_rejectHead);
    layout->addWidget(m_rejectTable, 3);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportList::showRejects);
    connect(m_takeBack, &QPushButton::clicked, this, &ImportList::takeBack);
    connect(&session, &ProjectSession::changed, this, &ImportList::refresh);
    retranslate();
}

void ImportList::refresh() {
    const ProjectFacts& facts = m_session.facts();
    m_model->setImports(facts.imports);
    for (int column = 1; column < ImportListModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, column == ImportListModel::When ? 170 : 110);
    }
    if (!facts.imports.empty()) {
        m_table->selectRow(static_cast<int>(facts.imports.size()) - 1);
    }
    const ImportCounts& counts = facts.counts;
    m_sum->setText(counts.read == 0 ? QString()
                                    : tr("sales rows: %1 read = %2 imported + %3 known before + %4 rejected")
                                          .arg(count(counts.read), count(counts.imported), count(counts.duplicate), count(counts.rejected)));
    showRejects();
}

void ImportList::showRejects() {
    const int row = m_table->currentIndex().row();
    std::vector<Reject> rejects;
    const bool isChosen = row >= 0 && row < m_model->rowCount() && m_session.isOpen();
    m_takeBack->setEnabled(isChosen && !m_session.isBusy());
    if (isChosen) {
        try {
            rejects = m_session.reader()->rejects(m_model->at(row).id, 0, rejectsShown);
        } catch (const Error& error) {
            m_rejectHead->setText(errorText(error));
        }
    }
    m_rejectHead->setText(rejects.empty() ? tr("No row of this file was rejected") : tr("Rejected rows of this file"));
    m_rejectTable->setVisible(!rejects.empty());
    m_rejects->setRejects(std::move(rejects));
    m_rejectTable->setColumnWidth(1, 280);
}

void ImportList::takeBack() {
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    m_session.engine().call(method::importUndo, ImportUndoRequest{m_model->at(row).id.value},
                            {.context = this, .succeeded = [](const nlohmann::json&) {},
                             .failed = [this](const ErrorBody& error) { emit m_session.failed(error); }});
}

void ImportList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ImportList::retranslate() {
    m_head->setText(tr("Imports"));
    m_takeBack->setText(tr("Take this import back"));
    m_takeBack->setToolTip(tr("Can be undone with Ctrl+Z"));
    m_table->setAccessibleName(tr("Imports"));
    m_rejectTable->setAccessibleName(tr("Rejected rows of this file"));
    refresh();
}

}  // namespace foresell

// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_wizard.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "core/protocol/methods.h"
#include "ui/import/import_list.h"
#include "ui/import/wizard_steps.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr std::array fields{"date",  "quantity", "item", "location", "channel",   "order",     "customer", "price",
                            "amount", "cost",    "name", "category", "brand", "promotion", "stock", "availability"};
constexpr int fieldRow = 0;

QString rowText(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

QComboBox* namedCombo(QHBoxLayout* row, QLabel* name, int width) {
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* combo = new QComboBox;
    combo->setMinimumWidth(width);
    name->setBuddy(combo);
    column->addWidget(name);
    column->addWidget(combo);
    row->addLayout(column);
    return combo;
}

}  // namespace

QString fieldName(const std::string& field) {
    static const std::pair<const char*, const char*> names[] = {
        {"date", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Date")},
        {"quantity", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Quantity")},
        {"item", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Item")},
        {"location", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Location")},
        {"channel", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Channel")},
        {"order", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Order")},
        {"customer", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Customer")},
        {"price", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Price")},
        {"amount", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Amount")},
        {"cost", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Cost")},
        {"name", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Item name")},
        {"category", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Category")},
        {"brand", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Brand")},
        {"promotion", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Promotion")},
        {"stock", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Stock")},
        {"availability", QT_TRANSLATE_NOOP("foresell::ImportWizard", "Availability")},
    };
    for (const auto& [id, text] : names) {
        if (field == id) {
            return ImportWizard::tr(text);
        }
    }
    return QString::fromStdString(field);
}

ImportWizard::ImportWizard(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_steps(new WizardSteps), m_verdict(makeLabel(13)), m_table(new QTableWidget),
      m_foot(makeLabel(12, false, "text2")), m_side(new QWidget), m_sideRows(new QVBoxLayout(m_side)), m_cancel(new QAction(this)),
      m_back(new QAction(this)), m_next(new QAction(this)) {
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_steps);
    content->addWidget(makeHairline());
    auto* choices = new QHBoxLayout;
    choices->setContentsMargins(24, 8, 24, 8);
    choices->setSpacing(16);
    for (int i = 0; i < 4; ++i) {
        m_names.append(makeLabel(12, false, "text2"));
    }
    m_role = namedCombo(choices, m_names[0], 150);
    m_encoding = namedCombo(choices, m_names[1], 160);
    m_delimiter = namedCombo(choices, m_names[2], 120);
    m_dates = namedCombo(choices, m_names[3], 160);
    choices->addStretch();
    content->addLayout(choices);
    m_verdict->setWordWrap(true);
    m_verdict->setContentsMargins(24, 4, 24, 8);
    content->addWidget(m_verdict);
    content->addWidget(makeHairline());
    styleTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setStretchLastSection(false);
    content->addWidget(m_table, 1);
    content->addWidget(makeHairline());
    m_foot->setContentsMargins(24, 8, 24, 8);
    content->addWidget(m_foot);
    m_side->setObjectName(QStringLiteral("inspector"));
    m_side->setAttribute(Qt::WA_StyledBackground);
    m_side->setFixedWidth(288);
    m_sideRows->setContentsMargins(16, 16, 16, 16);
    m_sideRows->setSpacing(4);
    columns->addLayout(content, 1);
    columns->addWidget(m_side);
    m_next->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connect(m_cancel, &QAction::triggered, this, [this] {
        ++m_generation;
        // Another page's work goes on.
        if ((m_stage == Stage::Checking || m_stage == Stage::Importing) && m_session.isBusy()) {
            m_session.job()->cancel();
        }
        emit left();
    });
    connect(m_back, &QAction::triggered, this, [this] { setStage(Stage::Columns); });
    connect(m_next, &QAction::triggered, this, [this] { run(m_stage == Stage::Columns); });
    for (QComboBox* combo : {m_role, m_encoding, m_delimiter, m_dates}) {
        connect(combo, &QComboBox::activated, this, &ImportWizard::correct);
    }
    retranslate();
}

QString ImportWizard::title() const {
    return m_preview.role == "items" ? tr("Import items") : m_preview.role == "plan" ? tr("Import a plan") : tr("Import sales");
}

QString ImportWizard::facts() const {
    const QFileInfo file(m_file);
    return file.fileName() + QStringLiteral("  ·  ") + QLocale().formattedDataSize(file.size(), 1) + QStringLiteral(" · ") +
           tr("shop time %1").arg(QString::fromStdString(m_session.facts().settings.timeZone));
}

QList<QAction*> ImportWizard::quietActions() const {
    return {m_cancel};
}

QList<QAction*> ImportWizard::plainActions() const {
    return m_stage == Stage::Checked ? QList<QAction*>{m_back} : QList<QAction*>{};
}

QAction* ImportWizard::primaryAction() const {
    return m_next;
}

void ImportWizard::look(const QString& file) {
    m_file = file;
    m_request = {};
    m_request.files = {file.toStdString()};
    const QString name = QFileInfo(file).fileName().toLower();
    m_request.role = name.startsWith(QLatin1String("plan")) ? "plan" : name.startsWith(QLatin1String("item")) ? "items" : "sales";
    m_preview = {};
    m_counts = {};
    askForPreview();
}

void ImportWizard::askForPreview() {
    setStage(Stage::Looking);
    const int generation = ++m_generation;
    m_session.engine().call(method::importPreview, m_request,
                            {.context = this,
                             .succeeded =
                                 [this, generation](const nlohmann::json& result) {
                                     if (generation == m_generation) {
                                         showPreview(result);
                                     }
                                 },
                             .failed =
                                 [this, generation](const ErrorBody& error) {
                                     if (generation == m_generation) {
                                         setStage(Stage::Failed);
                                         m_verdict->setText(errorText(error.toError()) + QLatin1Char(' ') + errorHint(error.toError()));
                                     }
                                 }});
}

void ImportWizard::showPreview(const nlohmann::json& json) {
    m_preview = json.get<ImportPreviewResult>();
    fillCombos();
    showColumns();
    setStage(Stage::Columns);
}

std::string ImportWizard::fieldOf(std::size_t column) const {
    return m_preview.columns[column].field;
}

void ImportWizard::showColumns() {
    const auto columns = static_cast<int>(m_preview.columns.size());
    const auto rows = static_cast<int>(m_preview.rows.size());
    m_table->clear();
    m_table->setColumnCount(columns);
    m_table->setRowCount(rows + 1);
    QStringList heads;
    for (int column = 0; column < columns; ++column) {
        const ImportColumn& each = m_preview.columns[static_cast<std::size_t>(column)];
        heads.append(QString::fromStdString(each.name));
        auto* combo = new QComboBox;
        combo->addItem(m_preview.role == "sales" ? tr("Skip") : tr("as it is"), QString());
        for (const char* field : fields) {
            combo->addItem(fieldName(field), QString::fromLatin1(field));
        }
        combo->setCurrentIndex(qMax(0, combo->findData(QString::fromStdString(each.field))));
        combo->setProperty("mapped", !each.field.empty());
        combo->setAccessibleName(tr("Field of column %1").arg(heads.back()));
        connect(combo, &QComboBox::activated, this, [this, column, combo] { setField(column, combo->currentData().toString()); });
        m_table->setCellWidget(fieldRow, column, combo);
        for (int row = 0; row < rows; ++row) {
            const auto& cells = m_preview.rows[static_cast<std::size_t>(row)];
            const QString text = static_cast<std::size_t>(column) < cells.size()
                                     ? QString::fromStdString(cells[static_cast<std::size_t>(column)])
                                     : QString();
            auto* item = new QTableWidgetItem(text);
            item->setTextAlignment(each.kind == "number" ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
            m_table->setItem(row + 1, column, item);
        }
    }
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowHeight(fieldRow, 40);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < columns; ++column) {
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column), 128, 300));
    }
    m_foot->setText(tr("The first %n row(s) of the file", nullptr, rows));
    showFacts();
}

void ImportWizard::setField(int column, const QString& field) {
    const auto place = static_cast<std::size_t>(column);
    const std::string before = m_preview.columns[place].field;
    if (!before.empty()) {
        m_request.fields[before] = "";
    }
    if (!field.isEmpty()) {
        m_request.fields[field.toStdString()] = m_preview.columns[place].name;
    }
    askForPreview();
}

void ImportWizard::correct() {
    if (m_isFilling) {
        return;
    }
    const std::string role = m_role->currentData().toString().toStdString();
    if (role != m_request.role) {
        m_request.fields.clear();
    }
    m_request.role = role;
    m_request.encoding = m_encoding->currentData().toString().toStdString();
    m_request.delimiter = m_delimiter->currentData().toString().toStdString();
    m_request.dateFormat = m_dates->currentData().toString().toStdString();
    askForPreview();
}

void ImportWizard::fillCombos() {
    m_isFilling = true;
    const auto fill = [](QComboBox* combo, const QList<std::pair<QString, QString>>& choices, const std::string& current) {
        combo->clear();
        for (const auto& [text, value] : choices) {
            combo->addItem(text, value);
        }
        const QString wanted = QString::fromStdString(current);
        int index = combo->findData(wanted);
        if (index < 0) {
            combo->addItem(wanted, wanted);
            index = combo->count() - 1;
        }
        combo->setCurrentIndex(index);
    };
    fill(m_role, {{tr("Sales"), QStringLiteral("sales")}, {tr("Plan (prices, promotions)"), QStringLiteral("plan")},
                  {tr("Item list"), QStringLiteral("items")}}, m_request.role);
    fill(m_encoding, {{QStringLiteral("UTF-8"), QStringLiteral("UTF-8")}, {tr("GB18030 (Chinese)"), QStringLiteral("GB18030")},
                      {QStringLiteral("UTF-16LE"), QStringLiteral("UTF-16LE")}, {QStringLiteral("UTF-16BE"), QStringLiteral("UTF-16BE")}},
         m_preview.encoding);
    fill(m_delimiter, {{tr("Comma"), QStringLiteral(",")}, {tr("Tab"), QStringLiteral("\t")}, {tr("Semicolon"), QStringLiteral(";")},
                       {tr("Bar"), QStringLiteral("|")}}, m_preview.delimiter);
    fill(m_dates, {{tr("year-month-day"), QStringLiteral("ymd")}, {tr("day/month/year"), QStringLiteral("dmy")},
                   {tr("month/day/year"), QStringLiteral("mdy")}}, m_preview.dateFormat);
    m_isFilling = false;
}

void ImportWizard::showFacts() {
    while (QLayoutItem* item = m_sideRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto addHead = [this](const QString& text) {
        auto* label = makeLabel(14, true);
        label->setText(text);
        m_sideRows->addWidget(label);
    };
    const auto addRow = [this](const QString& name, const QString& value, bool isStrong) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* left = makeLabel(13, isStrong);
        left->setText(name);
        auto* right = makeLabel(13, isStrong);
        right->setText(value);
        row->addWidget(left, 1);
        row->addWidget(right);
        m_sideRows->addWidget(line);
    };
    addHead(tr("What Foresell will read"));
    m_sideRows->addSpacing(4);
    for (const ImportColumn& column : m_preview.columns) {
        if (column.field.empty()) {
            continue;
        }
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        auto* glyph = new QLabel;
        glyph->setPixmap(stateGlyph(QStringLiteral("ok"), 16, devicePixelRatioF()));
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto* name = makeLabel(13, true);
        name->setText(fieldName(column.field));
        auto* from = makeLabel(12, false, "text2");
        from->setText(QString::fromStdString(column.name) +
                      (column.samples.empty() ? QString() : QStringLiteral("  ·  ") + QString::fromStdString(column.samples.front()).left(24)));
        texts->addWidget(name);
        texts->addWidget(from);
        row->addWidget(glyph, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        m_sideRows->addWidget(line);
    }
    if (m_counts.read > 0) {
        m_sideRows->addSpacing(8);
        m_sideRows->addWidget(makeHairline());
        m_sideRows->addSpacing(8);
        addHead(tr("The count"));
        addRow(tr("Rows in the file"), rowText(m_counts.read), true);
        addRow(tr("To import"), rowText(m_counts.imported), false);
        addRow(tr("Known from an earlier import"), rowText(m_counts.duplicate), false);
        addRow(tr("Rejected"), rowText(m_counts.rejected), false);
        auto* sum = makeLabel(12, false, "text2");
        sum->setText(QStringLiteral("%1 + %2 + %3 = %4").arg(rowText(m_counts.imported), rowText(m_counts.duplicate),
                                                            rowText(m_counts.rejected), rowText(m_counts.read)));
        m_sideRows->addWidget(sum);
    }
    m_sideRows->addStretch();
    auto* privacy = makeLabel(12, false, "ok");
    privacy->setWordWrap(true);
    privacy->setText(tr("Names, phones and addresses stay out: columns that are skipped are never stored, and customers only as a keyed code."));
    m_sideRows->addWidget(privacy);
}

void ImportWizard::run(bool isDryRun) {
    m_request.isDryRun = isDryRun;
    const QString name = QFileInfo(m_file).fileName();
    Job* job = m_session.startJob(isDryRun ? tr("Checking %1").arg(name) : tr("Importing %1").arg(name), method::importRun, m_request);
    if (job == nullptr) {
        return;
    }
    setStage(isDryRun ? Stage::Checking : Stage::Importing);
    const int generation = ++m_generation;
    connect(job, &Job::succeeded, this, [this, generation, isDryRun](const nlohmann::json& json) {
        if (generation != m_generation) {
            return;
        }
        m_counts = json.get<ImportResult>().counts;
        if (isDryRun) {
            showFacts();
            setStage(Stage::Checked);
        } else {
            emit left();
        }
    });
    const auto goBack = [this, generation] {
        if (generation == m_generation) {
            setStage(Stage::Columns);
        }
    };
    connect(job, &Job::failed, this, goBack);
    connect(job, &Job::cancelled, this, goBack);
}

void ImportWizard::setStage(Stage stage) {
    m_stage = stage;
    const int steps[] = {0, 1, 2, 2, 3, 0};
    m_steps->setCurrent(steps[static_cast<int>(stage)]);
    const bool canGoOn = stage == Stage::Columns && m_preview.missing.empty();
    m_next->setEnabled(canGoOn || stage == Stage::Checked);
    m_next->setText(stage == Stage::Checked || stage == Stage::Importing ? tr("Import %1 rows").arg(rowText(m_counts.imported))
                                                                         : tr("Check the whole file"));
    const bool mayCorrect = stage == Stage::Columns || stage == Stage::Checked || stage == Stage::Failed;
    for (QComboBox* combo : {m_role, m_encoding, m_delimiter, m_dates}) {
        combo->setEnabled(mayCorrect);
    }
    m_table->setEnabled(mayCorrect);
    if (stage == Stage::Columns) {
        QStringList missing;
        for (const std::string& field : m_preview.missing) {
            missing.append(fieldName(field));
        }
        const auto matched = std::count_if(m_preview.columns.begin(), m_preview.columns.end(),
                                           [](const ImportColumn& column) { return !column.field.empty(); });
        m_verdict->setProperty("tone", missing.isEmpty() ? QStringLiteral("ok") : QStringLiteral("error"));
        m_verdict->setText(missing.isEmpty()
                               ? tr("%1 of %n column(s) recognised. Nothing is stored yet.", nullptr, static_cast<int>(m_preview.columns.size()))
                                     .arg(matched)
                               : tr("Still missing: %1. Choose the column above the table.").arg(missing.join(QStringLiteral(", "))));
    } else if (stage == Stage::Looking) {
        m_verdict->setProperty("tone", QStringLiteral("text2"));
        m_verdict->setText(tr("Looking at the file…"));
    } else if (stage == Stage::Checked) {
        m_verdict->setProperty("tone", QStringLiteral("ok"));
        m_verdict->setText(tr("The whole file was read and the count adds up. Nothing is stored yet."));
    } else if (stage == Stage::Failed) {
        m_verdict->setProperty("tone", QStringLiteral("error"));
    }
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
    emit headerChanged();
}

void ImportWizard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ImportWizard::retranslate() {
    m_steps->setNames({tr("File"), tr("Columns"), tr("Check"), tr("Import")});
    const QStringList names{tr("What it is"), tr("Encoding"), tr("Separator"), tr("Dates")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_names[i]->setText(names[i]);
        m_names[i]->buddy()->setAccessibleName(names[i]);
    }
    m_cancel->setText(tr("Cancel"));
    m_back->setText(tr("Back"));
    m_table->setAccessibleName(tr("First rows of the file"));
    if (!m_preview.columns.empty()) {
        fillCombos();
        showColumns();
    }
    setStage(m_stage);
}

}  // namespace foresell

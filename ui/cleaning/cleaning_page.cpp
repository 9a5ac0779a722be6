// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/cleaning_page.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "core/protocol/methods.h"
#include "ui/charts/before_after_chart.h"
#include "ui/charts/chart_text.h"
#include "ui/cleaning/changed_lines_model.h"
#include "ui/cleaning/step_list.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

constexpr int linesShown = 500;

QString dateText(Day day) {
    return foresell::dateText(day, QLocale());
}

QString count(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

}  // namespace

CleaningPage::CleaningPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_steps(new StepList), m_recipeHead(makeLabel(14, true)), m_caution(makeLabel(12, false, "warn")),
      m_chartHead(makeLabel(14, true)), m_thisStep(makeButton("plain")), m_wholeRecipe(makeButton("plain")),
      m_measure(new QComboBox), m_chart(new BeforeAfterChart), m_linesHead(makeLabel(14, true)), m_search(new QLineEdit),
      m_lines(new QTableView), m_lineModel(new ChangedLinesModel(this)), m_save(new QAction(this)), m_reset(new QAction(this)),
      m_apply(new QAction(this)), m_recipe(defaultRecipe()) {
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* side = new QWidget;
    side->setObjectName(QStringLiteral("side"));
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(376);
    auto* sideRows = new QVBoxLayout(side);
    sideRows->setContentsMargins(0, 0, 1, 16);
    sideRows->setSpacing(0);
    m_recipeHead->setContentsMargins(16, 12, 16, 12);
    sideRows->addWidget(m_recipeHead);
    sideRows->addWidget(makeHairline());
    sideRows->addWidget(m_steps);
    m_caution->setWordWrap(true);
    m_caution->setContentsMargins(16, 16, 16, 0);
    sideRows->addWidget(m_caution);
    sideRows->addStretch();
    columns->addWidget(side);

    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(24, 12, 24, 12);
    const char* signs[] = {"=", "+"};
    for (int i = 0; i < 3; ++i) {
        m_figureNames[i] = makeLabel(12, false, "text2");
        m_figures[i] = makeLabel(20, true);
        m_figureNotes[i] = makeLabel(12, false, "text2");
        auto* figure = new QVBoxLayout;
        figure->setSpacing(0);
        figure->addWidget(m_figureNames[i]);
        figure->addWidget(m_figures[i]);
        figure->addWidget(m_figureNotes[i]);
        strip->addLayout(figure, 1);
        if (i < 2) {
            auto* sign = makeLabel(20, false, "text2");
            sign->setText(QString::fromLatin1(signs[i]));
            strip->addWidget(sign);
            strip->addSpacing(24);
        }
    }
    content->addLayout(strip);
    content->addWidget(makeHairline());
    auto* chartRow = new QHBoxLayout;
    chartRow->setContentsMargins(24, 10, 24, 4);
    chartRow->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (QPushButton* button : {m_thisStep, m_wholeRecipe}) {
        button->setCheckable(true);
        button->setProperty("segment", true);
        group->addButton(button);
    }
    m_thisStep->setChecked(true);
    m_measure->setProperty("control", QStringLiteral("tool"));
    chartRow->addWidget(m_chartHead, 1);
    chartRow->addWidget(m_thisStep);
    chartRow->addWidget(m_wholeRecipe);
    chartRow->addSpacing(8);
    chartRow->addWidget(m_measure);
    content->addLayout(chartRow);
    auto* chartBox = new QVBoxLayout;
    chartBox->setContentsMargins(24, 0, 16, 8);
    chartBox->addWidget(m_chart);
    content->addLayout(chartBox, 3);
    content->addWidget(makeHairline());
    auto* lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(24, 8, 24, 8);
    m_search->setFixedWidth(220);
    m_search->setClearButtonEnabled(true);
    lineRow->addWidget(m_linesHead, 1);
    lineRow->addWidget(m_search);
    content->addLayout(lineRow);
    styleTable(m_lines);
    m_lines->setModel(m_lineModel);
    const int widths[] = {92, 144, 250, 76, 80, 92, 120};
    for (int column = 0; column < ChangedLinesModel::ColumnCount; ++column) {
        m_lines->setColumnWidth(column, widths[column]);
    }
    auto* lineBox = new QVBoxLayout;
    lineBox->setContentsMargins(16, 0, 16, 0);
    lineBox->addWidget(m_lines);
    content->addLayout(lineBox, 2);
    columns->addLayout(content, 1);

    m_save->setIcon(themedIcon(QStringLiteral("save")));
    m_reset->setIcon(themedIcon(QStringLiteral("undo")));
    m_apply->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connect(m_save, &QAction::triggered, this, &CleaningPage::saveRecipe);
    connect(m_reset, &QAction::triggered, this, [this] {
        for (RecipeStep& each : m_recipe.steps) {
            each.enabled = false;
        }
        preview();
    });
    connect(m_apply, &QAction::triggered, this, [this] { apply(true); });
    connect(m_steps, &StepList::currentChanged, this, [this] {
        m_thisStep->setChecked(true);
        showChart();
        askForLines();
    });
    connect(m_steps, &StepList::switched, this, [this](int number, bool isOn) {
        m_recipe.steps[static_cast<std::size_t>(number)].enabled = isOn;
        preview();
    });
    connect(group, &QButtonGroup::buttonClicked, this, &CleaningPage::showChart);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &CleaningPage::showChart);
    auto* wait = new QTimer(this);
    wait->setSingleShot(true);
    wait->setInterval(250);
    connect(m_search, &QLineEdit::textChanged, wait, qOverload<>(&QTimer::start));
    connect(wait, &QTimer::timeout, this, &CleaningPage::askForLines);
    connect(&session, &ProjectSession::projectChanged, this, [this] {
        m_hasPreview = false;
        m_previewedRevision = -1;
        m_recipe = defaultRecipe();
    });
    connect(&session, &ProjectSession::changed, this, [this] {
        if (isVisible()) {
            activated();
        }
    });
    retranslate();
}

QString CleaningPage::title() const {
    return tr("Clean the sales");
}

QString CleaningPage::facts() const {
    const ProjectFacts& facts = session().facts();
    if (facts.lines == 0) {
        return {};
    }
    return QStringList{QString::fromStdString(facts.settings.name), dateText(facts.firstDay) + QStringLiteral(" – ") + dateText(facts.lastDay),
                       tr("steps mark lines, they never delete")}
        .join(QStringLiteral("  ·  "));
}

QList<QAction*> CleaningPage::quietActions() const {
    return {m_save};
}

QList<QAction*> CleaningPage::plainActions() const {
    return {m_reset};
}

QAction* CleaningPage::primaryAction() const {
    return m_apply;
}

void CleaningPage::activated() {
    const ProjectFacts& facts = session().facts();
    if (facts.lines == 0 || session().isBusy() || m_previewedRevision == facts.revision) {
        return;
    }
    m_previewedRevision = facts.revision;
    if (!facts.recipe.is_null()) {
        try {
            m_recipe = recipeFromJson(facts.recipe);
        } catch (const Error& error) {
            emit session().failed(ErrorBody::fromError(error));
        }
    }
    preview();
}

int CleaningPage::step() const {
    return m_steps->current();
}

void CleaningPage::preview() {
    const int generation = ++m_generation;
    CleaningRequest request;
    request.recipe = m_recipe;
    session().engine().call(method::cleaningPreview, request,
                            {.context = this,
                             .succeeded =
                                 [this, generation](const nlohmann::json& json) {
                                     if (generation == m_generation) {
                                         m_summary = json.get<CleaningSummary>();
                                         m_hasPreview = true;
                                         show();
                                     }
                                 },
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

void CleaningPage::show() {
    m_steps->setSteps(m_recipe, m_summary);
    m_recipeHead->setText(tr("Recipe: %n step(s), in this order", nullptr, static_cast<int>(m_recipe.steps.size())));
    const CleaningTotals& imported = m_summary.imported;
    const CleaningTotals& kept = m_summary.kept;
    m_figures[0]->setText(count(imported.lines));
    m_figures[1]->setText(count(kept.lines));
    m_figures[2]->setText(count(m_summary.setAside));
    m_figureNotes[0]->setText(tr("%1 units net").arg(numberText(toDouble(imported.units))));
    m_figureNotes[1]->setText(tr("%1 units to learn from").arg(numberText(toDouble(kept.units))));
    m_figureNotes[2]->setText(tr("kept in the file, can come back"));
    QStringList cautions;
    for (const CleaningStepResult& each : m_summary.steps) {
        if (each.needsALook) {
            cautions.append(tr("%1: these lines hold %2 of all units. Keep them if such orders come back.")
                                .arg(stepName(each.id), percentText(each.shareOfUnits, 1)));
        }
    }
    m_caution->setText(cautions.join(QLatin1Char('\n')));
    m_caution->setVisible(!cautions.isEmpty());
    m_apply->setEnabled(kept.lines > 0);
    showChart();
    askForLines();
}

void CleaningPage::showChart() {
    const auto number = static_cast<std::size_t>(step());
    const bool isUnits = m_measure->currentIndex() != 1;
    const auto& stages = isUnits ? m_summary.weekly.units : m_summary.weekly.money;
    if (!m_hasPreview || number + 1 >= stages.size()) {
        return;
    }
    const bool isWhole = m_wholeRecipe->isChecked();
    const auto& before = stages[isWhole ? 0 : number];
    const auto& after = stages[isWhole ? stages.size() - 1 : number + 1];
    BeforeAfterData data;
    data.name = isWhole ? tr("Whole recipe: before and after") : tr("%1: before and after").arg(stepName(m_recipe.steps[number].id));
    data.beforeName = isWhole ? tr("As imported") : tr("Before this step");
    data.afterName = tr("After");
    for (std::size_t week = 0; week < before.size(); ++week) {
        data.days.push_back(m_summary.weekly.firstDay + static_cast<Day>(7 * week));
        data.before.push_back(toDouble(before[week]));
        data.after.push_back(toDouble(after[week]));
    }
    m_chartHead->setText(data.name);
    m_chart->setData(std::move(data));
}

void CleaningPage::askForLines() {
    if (!m_hasPreview) {
        return;
    }
    const int generation = m_generation;
    const int number = step();
    LinesRequest request;
    request.step = number;
    request.limit = linesShown;
    request.search = m_search->text().toStdString();
    session().engine().call(method::cleaningLines, request,
                            {.context = this,
                             .succeeded =
                                 [this, generation, number](const nlohmann::json& json) {
                                     if (generation != m_generation || number != step()) {
                                         return;
                                     }
                                     auto page = json.get<ChangedLinesPage>();
                                     const bool isCut = page.total > static_cast<std::int64_t>(page.lines.size());
                                     m_linesHead->setText(isCut ? tr("Lines this step changes: the first %1 of %2")
                                                                      .arg(count(linesShown), count(page.total))
                                                                : tr("Lines this step changes: %1").arg(count(page.total)));
                                     m_lineModel->setPage(std::move(page));
                                 },
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

void CleaningPage::apply(bool goOn) {
    CleaningRequest request;
    request.recipe = m_recipe;
    Job* job = session().startJob(tr("Cleaning"), method::cleaningApply, request);
    if (job != nullptr && goOn) {
        connect(job, &Job::succeeded, this, [this] { emit goTo(PageId::Training); });
    }
}

void CleaningPage::saveRecipe() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the recipe"), QStringLiteral("recipe.json"), tr("Recipes (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    const QByteArray text = QByteArray::fromStdString(toJson(m_recipe).dump(2));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        ErrorBody error;
        error.message = tr("The recipe cannot be saved there: %1.").arg(file.errorString()).toStdString();
        emit session().failed(error);
    }
}

void CleaningPage::retranslate() {
    const QString names[] = {tr("Lines imported"), tr("Lines kept"), tr("Set aside")};
    for (int i = 0; i < 3; ++i) {
        m_figureNames[i]->setText(names[i]);
    }
    m_thisStep->setText(tr("This step"));
    m_wholeRecipe->setText(tr("Whole recipe"));
    const int measure = qMax(0, m_measure->currentIndex());
    m_measure->clear();
    m_measure->addItems({tr("Units sold a week"), tr("Sales value a week")});
    m_measure->setCurrentIndex(measure);
    m_measure->setAccessibleName(tr("What the chart shows"));
    m_search->setPlaceholderText(tr("Find order or item"));
    m_search->setAccessibleName(tr("Find order or item"));
    m_lines->setAccessibleName(tr("Lines this step changes"));
    m_save->setText(tr("Save recipe…"));
    m_reset->setText(tr("Switch all off"));
    m_apply->setText(tr("Apply and train"));
    if (m_hasPreview) {
        show();
    }
}

}  // namespace foresell

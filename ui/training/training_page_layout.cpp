// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

#include "core/evaluation/training_limits.h"
#include "ui/charts/loss_chart.h"
#include "ui/project_session/project_session.h"
#include "ui/training/preset_card.h"
#include "ui/training/runs_model.h"
#include "ui/training/stage_strip.h"
#include "ui/training/training_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/line_delegate.h"
#include "ui/widgets/note_card.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 328;

void setTexts(QComboBox* combo, const QStringList& texts) {
    const QSignalBlocker quiet(combo);
    for (int i = 0; i < texts.size(); ++i) {
        i < combo->count() ? combo->setItemText(i, texts[i]) : combo->addItem(texts[i]);
    }
}

}  // namespace

TrainingPage::TrainingPage(ProjectSession& session, QWidget* parent) : Page(session, parent), m_runs(new RunsModel(this)) {
    m_train = new QAction(themedIcon(u"play"_s, Role::OnAccent), QString(), this);
    m_again = new QAction(themedIcon(u"play"_s), QString(), this);
    m_open = new QAction(themedIcon(u"forecast"_s, Role::OnAccent), QString(), this);
    m_look = new QAction(themedIcon(u"forecast"_s), QString(), this);
    m_empty = new EmptyState(u"training"_s);
    auto* work = new QWidget;
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSide());
    row->addWidget(makeContent(), 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_train, &QAction::triggered, this, &TrainingPage::train);
    connect(m_again, &QAction::triggered, this, &TrainingPage::train);
    for (QAction* open : {m_open, m_look}) {
        connect(open, &QAction::triggered, this, [this] { emit goTo(PageId::Forecast); });
    }
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Data); });
    connect(&session, &ProjectSession::changed, this, &TrainingPage::refresh);
    connect(&session, &ProjectSession::projectChanged, this, [this] {
        m_ended = 0;
        m_table->clearSelection();
        refresh();
    });
    connect(&session, &ProjectSession::engineReady, this, &TrainingPage::refresh);
    m_cards[1]->setChecked(true);
    choosePreset(static_cast<int>(TrainingPreset::Balanced));
    retranslate();
}

void TrainingPage::addSetting(QVBoxLayout* into, QLabel*& label, QWidget* box) {
    auto* row = new QHBoxLayout;
    label = makeLabel(13, false, "text2");
    label->setMinimumWidth(80);
    row->addWidget(label);
    row->addWidget(box, 1);
    into->addLayout(row);
}

QWidget* TrainingPage::makeSide() {
    auto* side = new QWidget;
    side->setObjectName(u"side"_s);
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_howTitle = makeLabel(14, true);
    m_whatTitle = makeLabel(14, true);
    column->addWidget(m_howTitle);
    for (int i = 0; i <= ownCard; ++i) {
        m_cards[i] = new PresetCard;
        column->addWidget(m_cards[i]);
        connect(m_cards[i], &PresetCard::clicked, this, [this, i] { choosePreset(i); });
    }
    m_cards[ownCard]->hide();
    column->addSpacing(12);
    column->addWidget(m_whatTitle);
    for (QComboBox** box : {&m_unit, &m_plans, &m_device, &m_begin}) {
        *box = new QComboBox;
    }
    m_ahead = new QSpinBox;
    m_ahead->setRange(0, training_limits::horizon);
    addSetting(column, m_unitLabel, m_unit);
    addSetting(column, m_aheadLabel, m_ahead);
    addSetting(column, m_plansLabel, m_plans);
    addSetting(column, m_deviceLabel, m_device);
    addSetting(column, m_beginLabel, m_begin);
    m_all = makeButton("link");
    m_hint = makeLabel(12, false, "ok");
    m_hint->setWordWrap(true);
    m_estimate = makeButton("link");
    m_cost = makeLabel(12, false, "text2");
    m_cost->setWordWrap(true);
    m_cost->hide();
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addWidget(m_estimate, 0, Qt::AlignLeft);
    column->addWidget(m_cost);
    column->addStretch(1);
    column->addWidget(m_hint);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &TrainingPage::refreshLookAhead);
    connect(m_ahead, &QSpinBox::valueChanged, this, &TrainingPage::refreshLookAhead);
    for (QComboBox* box : {m_unit, m_plans, m_begin}) {
        connect(box, &QComboBox::currentIndexChanged, this, &TrainingPage::refreshCards);
    }
    connect(m_all, &QPushButton::clicked, this, &TrainingPage::chooseOptions);
    connect(m_estimate, &QPushButton::clicked, this, &TrainingPage::estimate);
    return side;
}

QWidget* TrainingPage::makeProgress() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_state = new ElidedLabel(14, true);
    m_left = makeLabel(12, false, "text2");
    m_pause = makeButton("plain");
    m_finish = makeButton("plain");
    m_pause->setProperty("control", u"tool"_s);
    m_finish->setProperty("control", u"tool"_s);
    m_cancel = makeButton("plain");
    m_cancel->setProperty("control", u"tool"_s);
    m_cancel->setIcon(themedIcon(u"close"_s));
    m_cancel->setObjectName(u"cancelTraining"_s);
    m_pause->setIcon(themedIcon(u"pause"_s));
    m_finish->setIcon(themedIcon(u"stop"_s));
    head->addWidget(m_state, 1);
    for (QPushButton* button : {m_pause, m_finish, m_cancel}) {
        head->addWidget(button);
    }
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_verdict = makeLabel(13);
    m_verdict->setWordWrap(true);
    column->addLayout(head);
    m_stages = new StageStrip;
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_left);
    column->addLayout(bar);
    column->addWidget(m_stages);
    column->addWidget(m_verdict);
    m_note = new NoteCard;
    m_note->hide();
    column->addWidget(m_note);
    connect(m_note, &NoteCard::clicked, this, &TrainingPage::answerNote);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_job != nullptr) {
            m_job->state() == Job::State::Paused ? m_job->resume() : m_job->pause();
        }
    });
    connect(m_finish, &QPushButton::clicked, this, [this] {
        if (m_job != nullptr) {
            m_job->finishEarly();
        }
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job != nullptr) {
            m_job->cancel();
        }
    });
    return box;
}

QWidget* TrainingPage::makeContent() {
    auto* content = new QWidget;
    content->setObjectName(u"content"_s);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_figures = new FigureStrip(4);
    m_chart = new LossChart;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(24, 12, 24, 4);
    head->setSpacing(0);
    m_chartTitle = makeLabel(14, true);
    m_chartFacts = makeLabel(12, false, "text2");
    head->addWidget(m_chartTitle);
    head->addSpacing(8);
    head->addWidget(m_chartFacts);
    head->addStretch(1);
    for (QPushButton** button : {&m_linear, &m_log}) {
        *button = makeButton("plain");
        (*button)->setProperty("segment", true);
        (*button)->setCheckable(true);
        (*button)->setAutoExclusive(true);
        head->addWidget(*button);
    }
    m_linear->setChecked(true);
    auto* chart = new QHBoxLayout;
    chart->setContentsMargins(16, 0, 16, 8);
    m_noCurve = makeLabel(13, false, "text2");
    m_noCurve->setWordWrap(true);
    m_noCurve->setContentsMargins(8, 0, 8, 8);
    chart->addWidget(m_chart);
    chart->addWidget(m_noCurve);
    auto* runs = new QHBoxLayout;
    runs->setContentsMargins(24, 10, 24, 6);
    runs->setSpacing(8);
    m_runsTitle = makeLabel(14, true);
    runs->addWidget(m_runsTitle);
    runs->addStretch(1);
    for (QPushButton** button : {&m_use, &m_compare, &m_exportModel, &m_importModel, &m_remove}) {
        *button = makeButton("plain");
        (*button)->setProperty("control", u"tool"_s);
        runs->addWidget(*button);
    }
    m_use->setObjectName(u"useRun"_s);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto chosen = chosenRuns(); chosen.size() == 1) {
            useRun(chosen.front()->run);
        }
    });
    m_remove->setObjectName(u"removeRun"_s);
    connect(m_remove, &QPushButton::clicked, this, &TrainingPage::removeRuns);
    m_compare->setObjectName(u"compareRuns"_s);
    connect(m_compare, &QPushButton::clicked, this, &TrainingPage::compareRuns);
    connect(m_exportModel, &QPushButton::clicked, this, &TrainingPage::exportModel);
    connect(m_importModel, &QPushButton::clicked, this, &TrainingPage::importModel);
    m_table = new QTableView;
    m_table->setModel(m_runs);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new LineDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::Model, QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrainingPage::onSelection);
    m_table->setMinimumHeight(122);
    column->addWidget(makeProgress());
    column->addWidget(makeHairline());
    column->addWidget(m_figures);
    column->addLayout(head);
    m_chart->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    column->addLayout(chart, 3);
    column->addWidget(makeHairline());
    column->addLayout(runs);
    auto* table = new QHBoxLayout;
    table->setContentsMargins(16, 0, 16, 0);
    table->addWidget(m_table);
    column->addLayout(table, 2);
    connect(m_linear, &QPushButton::clicked, this, [this] { m_chart->setLogarithmic(false); });
    connect(m_log, &QPushButton::clicked, this, [this] { m_chart->setLogarithmic(true); });
    return content;
}

void TrainingPage::retranslate() {
    m_train->setText(tr("Train"));
    m_again->setText(tr("Train again"));
    m_open->setText(tr("Open forecast"));
    m_look->setText(tr("Open forecast"));
    m_empty->setTexts(tr("Import sales first"), tr("Foresell learns from your past sales. Import them, then train a forecast."), tr("Import sales"));
    m_howTitle->setText(tr("How thorough?"));
    m_whatTitle->setText(tr("What to forecast"));
    m_unitLabel->setText(tr("Unit of time"));
    m_aheadLabel->setText(tr("Look ahead"));
    m_plansLabel->setText(tr("Use prices"));
    m_deviceLabel->setText(tr("Run on"));
    m_beginLabel->setText(tr("Start from"));
    setTexts(m_unit, {tr("Automatic"), tr("Days"), tr("Weeks"), tr("Months")});
    setTexts(m_plans, {tr("Yes, with plans"), tr("No, past sales alone")});
    setTexts(m_device, {tr("Automatic"), tr("Processor (CPU)")});
    m_device->setItemData(0, u"auto"_s);
    m_device->setItemData(1, u"cpu"_s);
    if (session().engineFacts().hasCuda && m_device->count() == 2) {
        m_device->addItem(tr("Graphics card (CUDA)"), u"cuda"_s);
    }
    m_plans->setToolTip(tr("Prices, promotions and holidays that are known for the coming time"));
    m_ahead->setSpecialValueText(tr("Automatic"));
    m_ahead->setToolTip(tr("How far the forecast reaches, in the unit of time; automatic: 28 days, 13 weeks or 12 months, less where the history is short"));
    m_unit->setAccessibleName(m_unitLabel->text());
    m_ahead->setAccessibleName(m_aheadLabel->text());
    m_plans->setAccessibleName(m_plansLabel->text());
    m_device->setAccessibleName(m_deviceLabel->text());
    m_begin->setAccessibleName(m_beginLabel->text());
    m_begin->setToolTip(tr("Learn anew from all sales, or go on from an earlier network with what was sold since, which takes a fraction of the time"));
    m_estimate->setText(tr("How long, how much memory?"));
    m_estimate->setToolTip(tr("Tries a little of each method on your data"));
    m_use->setText(tr("Use for the forecast"));
    m_compare->setText(tr("Compare"));
    m_exportModel->setText(tr("Export model…"));
    m_importModel->setText(tr("Import model…"));
    m_remove->setText(tr("Remove…"));
    m_importModel->setToolTip(tr("Use a network that was trained in another project on the same kind of data"));
    m_all->setText(tr("All options…"));
    m_hint->setText(tr("You can go on working: training runs beside the window, and the last forecast stays until this one is done."));
    m_finish->setText(tr("Stop and keep the best"));
    m_cancel->setText(tr("Cancel, keep nothing"));
    m_chartTitle->setText(tr("How the error falls"));
    m_chartFacts->setText(tr("on sales it has not seen, lower is better"));
    m_linear->setText(tr("Linear"));
    m_log->setText(tr("Log"));
    m_runsTitle->setText(tr("Runs"));
    m_table->setAccessibleName(tr("Runs"));
    refreshLookAhead();
    refresh();
}

}  // namespace foresell

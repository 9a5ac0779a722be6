// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/project/week_settings.h"
#include "core/protocol/calendar_messages.h"
#include "core/protocol/methods.h"
#include "ui/calendar/calendar_words.h"
#include "ui/calendar/event_dialog.h"
#include "ui/calendar/event_model.h"
#include "ui/calendar/year_planner.h"
#include "ui/charts/chart_text.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 2000, lastYear = 2100;
constexpr std::array<int, EventModel::ColumnCount> columnWidths{150, 180, 124, 200, 112, 140};

QToolButton* makeArrow(const QString& icon) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

CalendarPage::CalendarPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_stack(new QStackedWidget), m_empty(new EmptyState(u"calendar"_s)), m_yearName(makeLabel(13)), m_year(new QSpinBox),
      m_before(makeArrow(u"back"_s)), m_after(makeArrow(u"next"_s)), m_key(makeLabel(12, false, "text2")), m_planner(new YearPlanner),
      m_note(new NoteCard), m_table(new QTableView), m_events(new EventModel(this)), m_add(new QAction(themedIcon(u"plus"_s, Role::OnAccent), QString(), this)),
      m_change(new QAction(this)), m_toggle(new QAction(this)), m_remove(new QAction(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Start); });
    connect(m_year, &QSpinBox::valueChanged, this, [this] {
        m_isYearChosen = true;
        reload();
    });
    connect(m_before, &QToolButton::clicked, m_year, &QSpinBox::stepDown);
    connect(m_after, &QToolButton::clicked, m_year, &QSpinBox::stepUp);
    connect(m_planner, &YearPlanner::dayChosen, this, [this](Day day) {
        const int row = m_events->rowAt(day);
        if (row >= 0) {
            m_table->selectRow(row);
            m_table->scrollTo(m_events->index(row, 0));
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CalendarPage::showCurrent);
    connect(m_table, &QTableView::activated, this, &CalendarPage::editEvent);
    connect(m_add, &QAction::triggered, this, &CalendarPage::addEvent);
    connect(m_change, &QAction::triggered, this, &CalendarPage::editEvent);
    connect(m_toggle, &QAction::triggered, this, &CalendarPage::toggleEvent);
    connect(m_remove, &QAction::triggered, this, &CalendarPage::removeEvent);
    connect(&session, &ProjectSession::changed, this, &CalendarPage::reload);
    connect(&session, &ProjectSession::projectChanged, this, [this] {
        m_isYearChosen = false;
        reload();
    });
    retranslate();
}

QWidget* CalendarPage::makeContent() {
    auto* content = new QWidget;
    content->setObjectName(u"content"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 12, 24, 8);
    column->setSpacing(8);
    m_year->setRange(firstYear, lastYear);
    m_year->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_year->setAlignment(Qt::AlignCenter);
    m_year->setKeyboardTracking(false);
    m_yearName->setBuddy(m_year);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_yearName, m_before, m_year, m_after}) {
        tools->addWidget(widget);
    }
    tools->addSpacing(16);
    tools->addWidget(m_key, 1, Qt::AlignRight);
    styleTable(m_table);
    m_table->setModel(m_events);
    for (int section = 0; section < EventModel::ColumnCount; ++section) {
        m_table->setColumnWidth(section, Theme::instance().px(columnWidths[static_cast<std::size_t>(section)]));
    }
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(EventModel::Phases, QHeaderView::Stretch);
    column->addLayout(tools);
    column->addWidget(m_planner, 3);
    column->addWidget(m_note);
    column->addWidget(m_table, 2);
    return content;
}

QString CalendarPage::title() const {
    return tr("Calendar");
}

QString CalendarPage::facts() const {
    if (m_calendar == nullptr) {
        return {};
    }
    const std::string& country = session().facts().settings.country;
    QStringList facts{m_calendar->hasHolidays() ? tr("holidays of %1").arg(countryName(country))
                                                : tr("worldwide shopping events; the settings offer the holidays of a country")};
    facts.append(tr("a change counts from the next training on"));
    return facts.join(u"  ·  "_s);
}

QList<QAction*> CalendarPage::quietActions() const {
    return m_calendar == nullptr ? QList<QAction*>() : QList<QAction*>{m_remove};
}

QList<QAction*> CalendarPage::plainActions() const {
    return m_calendar == nullptr ? QList<QAction*>() : QList<QAction*>{m_toggle, m_change};
}

QAction* CalendarPage::primaryAction() const {
    return m_calendar == nullptr ? nullptr : m_add;
}

void CalendarPage::activated() {
    reload();
}

void CalendarPage::showYear(int year) {
    m_year->setValue(year);
}

const ShopEvent* CalendarPage::currentEvent() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_events->rowCount() ? &m_events->eventAt(row) : nullptr;
}

void CalendarPage::reload() {
    const ShopEvent* before = currentEvent();
    const std::string kept = before == nullptr ? std::string() : before->id;
    m_calendar.reset();
    if (session().isOpen()) {
        try {
            m_calendar = std::make_shared<const ShopCalendar>(session().facts().settings.country, calendarEditsFrom(session().reader()->calendarEdits()));
        } catch (const Error&) {  // a damaged file; the calendar of the country is shown
            m_calendar = std::make_shared<const ShopCalendar>(session().facts().settings.country);
        }
        const Day last = session().facts().lastDay;
        if (!m_isYearChosen) {
            const QSignalBlocker quiet(m_year);
            m_year->setValue(last == noDay ? QDate::currentDate().year() : toCivil(last).year);
        }
        const Day from = toDay(m_year->value(), 1, 1), to = toDay(m_year->value(), 12, 31);
        m_events->setEvents(m_calendar->eventsBetween(from, to, true));
        m_planner->setYear(m_year->value(), m_calendar, fiscalCalendarOf(session().facts().settings));
        m_note->setNote(NoteCard::Tone::Info, {}, unannouncedText(*m_calendar, to));
        m_note->setVisible(m_calendar->unannouncedAfter(to) != noDay);
        const int row = m_events->rowOf(kept);
        m_table->selectRow(std::max(row, 0));
    }
    m_stack->setCurrentIndex(m_calendar == nullptr ? 0 : 1);
    showCurrent();
}

void CalendarPage::showCurrent() {
    const ShopEvent* event = currentEvent();
    m_planner->setMarked(event == nullptr ? noDay : event->reachFirst(), event == nullptr ? noDay : event->reachLast());
    m_change->setEnabled(event != nullptr);
    m_toggle->setEnabled(event != nullptr);
    m_toggle->setText(event != nullptr && !event->isOn ? tr("Switch on") : tr("Switch off"));
    m_remove->setEnabled(event != nullptr && (event->isOwn || event->isEdited));
    m_remove->setText(event != nullptr && event->isOwn ? tr("Remove event") : tr("Take back changes"));
    emit headerChanged();
}

void CalendarPage::addEvent() {
    const Day day = toDay(m_year->value(), 6, 1);
    ShopEvent event{.id = {}, .nameEn = {}, .nameZh = {}, .dates = {day, day, day, {}}, .lead = EventType().lead, .pullForward = EventType().pullForward, .channels = {}};
    event.isOwn = true;
    event.isLearned = true;
    openDialog(event, m_calendar->edits().nextOwnId());
}

void CalendarPage::editEvent() {
    if (const ShopEvent* event = currentEvent()) {
        openDialog(*event, event->id);
    }
}

void CalendarPage::openDialog(const ShopEvent& event, const std::string& id) {
    QStringList channels;
    for (const PlaceRecord& channel : session().reader()->channels()) {
        channels.append(QString::fromStdString(channel.code));
    }
    CalendarEdits edits = m_calendar->edits();
    const EventEdit* known = edits.find(id);
    EventDialog dialog(event, channels, known != nullptr && known->isYearly, this);
    if (dialog.exec() == QDialog::Accepted) {
        EventEdit& edit = edits.edit(id);
        edit = dialog.applied(edit);
        store(std::move(edits));
    }
}

void CalendarPage::toggleEvent() {
    const ShopEvent* event = currentEvent();
    CalendarEdits edits = m_calendar->edits();
    edits.edit(event->id).isOn = event->isOn ? std::optional(false) : std::nullopt;
    store(std::move(edits));
}

void CalendarPage::removeEvent() {
    CalendarEdits edits = m_calendar->edits();
    edits.remove(currentEvent()->id);
    store(std::move(edits));
}

void CalendarPage::store(CalendarEdits edits) {
    session().engine().call(method::calendarSet, CalendarRequest{std::move(edits)},
                            {.context = this, .succeeded = [](const nlohmann::json&) {},
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

void CalendarPage::retranslate() {
    m_empty->setTexts(tr("No project yet"), tr("Open or start a project to see its holidays and shopping events."), tr("Go to Start"));
    m_yearName->setText(tr("Year"));
    m_year->setAccessibleName(tr("Year"));
    m_before->setAccessibleName(tr("Year before"));
    m_before->setToolTip(tr("Year before"));
    m_after->setAccessibleName(tr("Year after"));
    m_after->setToolTip(tr("Year after"));
    m_planner->setAccessibleName(tr("Days of the year"));
    m_table->setAccessibleName(tr("Holidays and events"));
    const Theme& theme = Theme::instance();
    const auto swatch = [&theme](Role role, const QString& sign, const QString& text) {
        return u"<span style='color:%1'>%2</span>&nbsp;%3"_s.arg(theme.color(role).name(), sign, text.toHtmlEscaped());
    };
    m_key->setText(QStringList{swatch(Role::Holiday, u"■"_s, tr("day off")), swatch(Role::Warn, u"■"_s, tr("worked weekend")),
                               swatch(Role::Holiday, u"◆"_s, tr("festival")), swatch(Role::Promotion, u"▬"_s, tr("opening, main days")),
                               swatch(Role::Control, u"▬"_s, tr("presale, encore"))}
                       .join(u"&nbsp;&nbsp;&nbsp;"_s));
    m_add->setText(tr("Add event…"));
    m_change->setText(tr("Change…"));
    reload();
}

}  // namespace foresell

// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

#include "ui/jobs/job.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"

namespace foresell {

QString timeLeftText(double seconds) {
    if (seconds < 0 || !std::isfinite(seconds)) {
        return {};
    }
    if (seconds < 60) {
        return JobBar::tr("%n s left", nullptr, qMax(1, static_cast<int>(seconds)));
    }
    return JobBar::tr("about %n minute(s) left", nullptr, static_cast<int>(std::lround(seconds / 60)));
}

QString progressText(const Progress& progress) {
    const QLocale locale;
    if (progress.unit == "bytes" && progress.total > 0) {
        return JobBar::tr("%1 of %2")
            .arg(locale.formattedDataSize(progress.done, 1), locale.formattedDataSize(progress.total, 1));
    }
    if (progress.unit == "epochs" && progress.total > 0) {
        return JobBar::tr("round %1 of at most %2")
            .arg(locale.toString(static_cast<qlonglong>(progress.done)), locale.toString(static_cast<qlonglong>(progress.total)));
    }
    if (progress.total > 0) {
        return JobBar::tr("%1 of %2")
            .arg(locale.toString(static_cast<qlonglong>(progress.done)), locale.toString(static_cast<qlonglong>(progress.total)));
    }
    return {};
}

JobBar::JobBar(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_glyph(new QLabel), m_title(new QLabel), m_detail(new QLabel),
      m_progress(new QProgressBar), m_pause(new QPushButton), m_stop(new QPushButton), m_device(new QLabel) {
    setObjectName(QStringLiteral("jobBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(32);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    m_progress->setFixedWidth(200);
    m_progress->setTextVisible(false);
    for (QLabel* label : {m_detail, m_device}) {
        label->setProperty("tone", QStringLiteral("text2"));
        label->setFont(Theme::instance().font(12));
    }
    for (QPushButton* button : {m_pause, m_stop}) {
        button->setProperty("kind", QStringLiteral("link"));
    }
    for (QWidget* widget : {static_cast<QWidget*>(m_glyph), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_detail),
                            static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_stop)}) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    layout->addWidget(m_device);
    connect(&session, &ProjectSession::jobStarted, this, &JobBar::follow);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->state() == Job::State::Paused) {
            m_job->resume();
        } else if (m_job) {
            m_job->pause();
        }
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->canPause()) {
            m_job->finishEarly();
        } else if (m_job) {
            m_job->cancel();
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &JobBar::refresh);
    retranslate();
}

void JobBar::setDevice(const QString& text) {
    m_device->setText(text);
}

void JobBar::follow(Job* job) {
    m_job = job;
    connect(job, &Job::progressed, this, &JobBar::refresh);
    connect(job, &Job::stateChanged, this, &JobBar::refresh);
    refresh();
}

void JobBar::refresh() {
    const bool isActive = m_job && m_job->isActive();
    const auto state = m_job ? m_job->state() : Job::State::Cancelled;
    m_title->setText(m_job ? m_job->title() : tr("No job running"));
    m_title->setFont(Theme::instance().font(12, m_job != nullptr));
    m_progress->setVisible(isActive);
    m_pause->setVisible(isActive && m_job->canPause());
    m_stop->setVisible(isActive);
    m_pause->setText(state == Job::State::Paused ? tr("Resume") : tr("Pause"));
    m_stop->setText(m_job && m_job->canPause() ? tr("Stop and keep the best") : tr("Stop"));
    m_glyph->setVisible(m_job && !isActive);
    if (!m_job) {
        m_detail->clear();
        return;
    }
    m_glyph->setPixmap(stateGlyph(state == Job::State::Succeeded ? QStringLiteral("ok")
                                  : state == Job::State::Failed  ? QStringLiteral("error")
                                                                 : QStringLiteral("info"),
                                  14, devicePixelRatioF()));
    if (isActive) {
        const double share = m_job->share();
        m_progress->setRange(0, share < 0 ? 0 : 1000);
        m_progress->setValue(static_cast<int>(std::lround(share * 1000)));
        QStringList parts{progressText(m_job->progress()), timeLeftText(m_job->progress().secondsLeft)};
        if (state == Job::State::Paused) {
            parts = {tr("paused")};
        }
        parts.removeAll(QString());
        m_detail->setText(parts.join(QStringLiteral(" · ")));
    } else if (state == Job::State::Succeeded) {
        m_detail->setText(tr("done"));
    } else if (state == Job::State::Failed) {
        m_detail->setText(errorText(m_job->error().toError()));
    } else {
        m_detail->setText(tr("stopped; the project is as it was"));
    }
}

void JobBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void JobBar::retranslate() {
    m_progress->setAccessibleName(tr("Progress of the job"));
    refresh();
}

}  // namespace foresell

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
#include "ui/jobs/project_status.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

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

QString tookText(double seconds) {
    if (seconds < 9.95) {
        return JobBar::tr("%1 s").arg(numberText(seconds, 1));
    }
    if (seconds < 90) {
        return JobBar::tr("%1 s").arg(numberText(seconds));
    }
    const int whole = static_cast<int>(std::lround(seconds));
    return JobBar::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString progressText(const Progress& progress) {
    const QLocale locale;
    if (progress.unit == "bytes" && progress.total > 0) {
        return JobBar::tr("%1 of %2")
            .arg(locale.formattedDataSize(progress.done, 1), locale.formattedDataSize(progress.total, 1));
    }
    if (const auto share = progress.metrics.find("share"); share != progress.metrics.end()) {
        return percentText(share->second);
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
    : QWidget(parent), m_session(session), m_glyph(new QLabel), m_title(makeLabel(12, true)), m_detail(new ElidedLabel(12, false, "text2")),
      m_progress(new QProgressBar), m_pause(new QPushButton), m_stop(new QPushButton), m_device(makeLabel(12, false, "text2")) {
    setObjectName(QStringLiteral("jobBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(32);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    m_progress->setFixedWidth(200);
    m_progress->setTextVisible(false);
    m_detail->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    for (QPushButton* button : {m_pause, m_stop}) {
        button->setProperty("kind", QStringLiteral("link"));
    }
    for (QWidget* widget : {static_cast<QWidget*>(m_glyph), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_detail),
                            static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_stop)}) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    layout->addWidget(m_device);
    m_forget.setSingleShot(true);
    m_forget.setInterval(10'000);
    connect(&m_forget, &QTimer::timeout, this, &JobBar::forget);
    connect(&session, &ProjectSession::changed, this, &JobBar::refresh);
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

void JobBar::forget() {
    m_job = nullptr;
    refresh();
}

void JobBar::setDevice(const QString& text) {
    m_device->setText(text);
}

void JobBar::follow(Job* job) {
    m_forget.stop();
    m_job = job;
    connect(job, &Job::progressed, this, &JobBar::refresh);
    connect(job, &Job::stateChanged, this, &JobBar::refresh);
    refresh();
}

void JobBar::refresh() {
    const bool isActive = m_job && m_job->isActive();
    m_progress->setVisible(isActive);
    m_pause->setVisible(isActive && m_job->canPause());
    m_stop->setVisible(isActive);
    if (m_job) {
        showJob();
        return;
    }
    const ProjectStatus status = statusOf(m_session.facts());
    m_title->setText(status.text);
    showGlyph(status.glyph);
    m_detail->setText(status.detail);
}

void JobBar::showGlyph(const QString& name) {
    m_glyph->setVisible(!name.isEmpty());
    if (!name.isEmpty()) {
        m_glyph->setPixmap(stateGlyph(name, Theme::instance().px(14), devicePixelRatioF()));
    }
}

void JobBar::showJob() {
    const Job::State state = m_job->state();
    m_title->setText(m_job->title());
    m_pause->setText(state == Job::State::Paused ? tr("Resume") : tr("Pause"));
    m_stop->setText(m_job->canPause() ? tr("Stop and keep the best") : tr("Stop"));
    showGlyph(m_job->isActive()                ? QString()
              : state == Job::State::Succeeded ? QStringLiteral("ok")
              : state == Job::State::Failed    ? QStringLiteral("error")
                                               : QStringLiteral("info"));
    if (m_job->isActive()) {
        const double share = m_job->share();
        // A bar that runs to and fro would look like work while it is paused.
        m_progress->setRange(0, share < 0 && state != Job::State::Paused ? 0 : 1000);
        m_progress->setValue(static_cast<int>(std::lround(share * 1000)));
        QStringList parts{progressText(m_job->progress()), timeLeftText(m_job->progress().secondsLeft)};
        if (state == Job::State::Paused) {
            parts = {tr("paused")};
        }
        parts.removeAll(QString());
        m_detail->setText(parts.join(QStringLiteral(" · ")));
    } else if (state == Job::State::Succeeded) {
        m_detail->setText(tr("done in %1").arg(tookText(m_job->seconds())));
        m_forget.start();
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
    // The title of a job is in the language that it began in: one that is through goes.
    if (m_job && !m_job->isActive()) {
        forget();
    } else {
        refresh();
    }
}

}  // namespace foresell

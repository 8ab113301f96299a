"""Counters and gauges for operators, in one registry of this process. No label ever names a person, a case or a word.

Knows metric names; must not know how they are measured.
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY: Final = CollectorRegistry()
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

WEBHOOKS: Final = Counter("app_webhook_requests", "Deliveries by outcome.", ["channel", "outcome"], registry=REGISTRY)
ACK_SECONDS: Final = Histogram(
    "app_webhook_ack_seconds",
    "From a delivery's first byte to its answer, commit included.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=REGISTRY,
)
BATCH: Final = Histogram("app_writer_batch", "Items committed together.", buckets=(1, 2, 4, 8, 16, 32, 64), registry=REGISTRY)
WAITING: Final = Gauge("app_writer_waiting", "Items that wait for the writer.", registry=REGISTRY)
PARKED: Final = Counter("app_updates_parked", "Messages that could not be processed and were set aside.", ["channel"], registry=REGISTRY)
DEADLETTERS: Final = Gauge("app_deadletters", "Messages a person has to look at.", registry=REGISTRY)
SENDS: Final = Counter("app_sends", "Texts handed to providers by outcome.", ["channel", "purpose", "outcome"], registry=REGISTRY)
SEND_UNKNOWN: Final = Gauge("app_send_unknown", "Sends whose outcome is not known.", registry=REGISTRY)
GATE_BLOCKED: Final = Counter("app_gate_blocked", "Texts the guard stopped.", ["rule"], registry=REGISTRY)
QUEUE_DEPTH: Final = Gauge("app_queue_depth", "Cases by status.", ["status"], registry=REGISTRY)
ATTACHMENTS: Final = Counter("app_attachments", "Files fetched by result.", ["result"], registry=REGISTRY)
RECONCILED: Final = Counter("app_reconcile_missing", "Messages the provider held and we did not.", ["channel"], registry=REGISTRY)
ALARMS: Final = Counter("app_alarms_repeated", "Repeats of an alarm nobody has acknowledged.", ["kind"], registry=REGISTRY)
BROWSED: Final = Counter("app_records_browsed", "Times one person opened very many records in a short time.", registry=REGISTRY)
HEARTBEAT: Final = Gauge("app_worker_heartbeat_seconds", "Unix time of the worker's last round.", registry=REGISTRY)
BUILD: Final = Gauge("app_build_info", "Always 1; the label is the release.", ["version"], registry=REGISTRY)


def exposition() -> bytes:
    """All metrics in the Prometheus text format."""
    return generate_latest(REGISTRY)

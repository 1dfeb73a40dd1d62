-- Old rows go by their times; a batch goes after its events, which point at it.

create index event_batch on event (batch);
create index webhook_delivery_received on webhook_delivery (received_at);
create index sign_in_link_expires on sign_in_link (expires_at);
create index session_expires on session (expires_at);

-- Erasing a visitor and listing its orders ask by this.
create index shop_order_visitor on shop_order (anonymous_id);

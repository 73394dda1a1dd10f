"""The way of a report through the office: an SOP's steps, what people recorded, and the state that follows."""

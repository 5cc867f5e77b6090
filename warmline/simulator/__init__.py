"""A telephone exchange to rehearse with: to our code what Twilio is, and phones for the people."""

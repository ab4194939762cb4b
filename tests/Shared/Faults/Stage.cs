namespace AddUserToGroup.Shared.Faults;

/// <summary>When a behaviour takes effect.</summary>
internal enum Stage
{
    /// <summary>On a new connection, before a byte of it is read.</summary>
    Accepted,

    /// <summary>In place of the TLS handshake that a new connection begins with.</summary>
    Handshake,

    /// <summary>When a request begins to arrive, on a new connection or a kept one.</summary>
    Request,
}

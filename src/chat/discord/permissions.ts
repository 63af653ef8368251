/** Discord's permission bits → what they allow here. */
import { PermissionFlagsBits } from 'discord.js';
import { textOf } from '../loose.ts';

const MANAGER = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels;

/** @param permissions The bits as Discord writes them: a number as text. */
export const mayManage = (permissions: unknown): boolean =>
  /^\d{1,20}$/.test(textOf(permissions)) && (BigInt(textOf(permissions)) & MANAGER) !== 0n;
